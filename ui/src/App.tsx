/** The application: words, data, colours and the place of toasts around the frame. */
import { Toaster } from "@fluentui/react-components";
import {
  QueryClientProvider,
  QueryErrorResetBoundary,
  type QueryClient,
} from "@tanstack/react-query";
import { Suspense, useState } from "react";
import { I18nextProvider } from "react-i18next";
import { createHashRouter, RouterProvider } from "react-router";

import { Appearance, AppearanceAsSet } from "./app/Appearance";
import { Broken } from "./app/Broken";
import { createClient } from "./app/client";
import { DraggedFiles } from "./app/DraggedFiles";
import { ErrorBoundary } from "./app/ErrorBoundary";
import { FirstScreen } from "./app/FirstScreen";
import { Screens } from "./app/Screens";
import { StartNotices } from "./app/StartNotices";
import { useAppEvents } from "./app/useAppEvents";
import { TOASTER } from "./components/notify";
import { i18n } from "./i18n";

export function App({ client: given }: { client?: QueryClient }) {
  const [client] = useState(() => given ?? createClient());
  return (
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={client}>
        <QueryErrorResetBoundary>
          {({ reset }) => (
            <ErrorBoundary
              fallback={(error, again) => cannotStart(error, () => (reset(), again()))}
            >
              <Suspense>
                <Started />
              </Suspense>
            </ErrorBoundary>
          )}
        </QueryErrorResetBoundary>
      </QueryClientProvider>
    </I18nextProvider>
  );
}

/** What is selected has its verbs in a bar at the foot of the screen: a toast must not lie over them. */
const ABOVE_BARS = { horizontal: 20, vertical: 96 };

function Started() {
  useAppEvents();
  // This kind of router can be asked to wait before a screen is left.
  const [router] = useState(() => createHashRouter([{ path: "*", Component: Screens }]));
  return (
    <AppearanceAsSet>
      <RouterProvider router={router} />
      <Toaster
        toasterId={TOASTER}
        position="bottom-end"
        offset={ABOVE_BARS}
        pauseOnHover
        pauseOnWindowBlur
      />
      <StartNotices />
      <DraggedFiles />
    </AppearanceAsSet>
  );
}

const cannotStart = (error: unknown, again: () => void) => (
  <Appearance theme="system" density="comfortable">
    <Broken error={error} again={again} />
    <FirstScreen />
  </Appearance>
);
