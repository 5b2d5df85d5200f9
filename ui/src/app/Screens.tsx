/** Which screen stands at which address. Screens are loaded when they are first opened. */
import { lazy, Suspense } from "react";
import { Navigate, Route, Routes, useLocation } from "react-router";

import { LoadingRows } from "@/components/LoadingRows";
import { useSession, useStart } from "@/ipc/session";
import { links } from "@/lib/links";
import { Shell } from "@/shell/Shell";
import { FirstScreen, FirstScreenOfGroups } from "./FirstScreen";
import { useFocusOnTitle } from "./useFocusOnTitle";

const Welcome = lazy(() => import("@/screens/welcome"));
const Home = lazy(() => import("@/screens/home"));
const Renewals = lazy(() => import("@/screens/renewals"));
const Groups = lazy(() => import("@/screens/groups"));
const Settings = lazy(() => import("@/screens/settings"));

const screens = [
  [links.home, Home],
  [links.renewals, Renewals],
  [links.groups, Groups],
  [links.settings, Settings],
] as const;

export function Screens() {
  const session = useSession();
  if (!session) return <WelcomeScreen />;
  return (
    // Another account begins with nothing of the one before.
    <Routes key={session.account.id}>
      <Route path={links.addAccount} element={<WelcomeScreen />} />
      <Route element={<Shell />}>
        {screens.map(([path, Screen]) => (
          <Route key={path} path={path} element={<ShellScreen screen={Screen} />} />
        ))}
        <Route path="*" element={<Navigate to={links.home} replace />} />
      </Route>
    </Routes>
  );
}

function WelcomeScreen() {
  return (
    <Suspense>
      <Welcome />
      <FirstScreen />
    </Suspense>
  );
}

function ShellScreen({ screen: Screen }: { screen: (typeof screens)[number][1] }) {
  const start = useStart();
  return (
    <Suspense fallback={<LoadingRows />}>
      <Screen />
      <FocusOnTitle />
      {start.view === "settings" ? <FirstScreen /> : <FirstScreenOfGroups />}
    </Suspense>
  );
}

function FocusOnTitle() {
  useFocusOnTitle(useLocation().pathname);
  return null;
}
