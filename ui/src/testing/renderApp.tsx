/** The whole application over the fake host, for tests of screens. */
import { RendererProvider, createDOMRenderer } from "@fluentui/react-components";
import { render } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import type { PropsWithChildren } from "react";

import { App } from "@/App";
import { FakeHost } from "@/ipc/fake/host";
import type { FakeOptions } from "@/ipc/fake/options";
import { connectForTests } from "@/ipc/host";

/**
 * Nothing is laid out here, and jsdom takes long over rules of style: of these only such are kept as decide
 * what can be seen.
 */
const unstyled = createDOMRenderer(document, {
  unstable_filterCSSRule: (rule) => /visibility: *hidden|display: *none/.test(rule),
});

export interface Options extends Partial<FakeOptions> {
  /** The address to begin at, such as `/renewals`. */
  at?: string;
}

export function renderApp({ at = "/", ...options }: Options = {}) {
  const host = new FakeHost({ delay: 0, pace: 0, theme: "light", ...options });
  connectForTests(host);
  window.location.hash = at;
  return { host, user: userEvent.setup(), ...render(<App />, { wrapper: Unstyled }) };
}

function Unstyled({ children }: PropsWithChildren) {
  return <RendererProvider renderer={unstyled}>{children}</RendererProvider>;
}
