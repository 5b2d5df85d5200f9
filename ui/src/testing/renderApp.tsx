/** The whole application over the fake host, for tests of screens. */
import { render } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";

import { App } from "@/App";
import { FakeHost } from "@/ipc/fake/host";
import type { FakeOptions } from "@/ipc/fake/options";
import { connectForTests } from "@/ipc/host";

export interface Options extends Partial<FakeOptions> {
  /** The address to begin at, such as `/renewals`. */
  at?: string;
}

export function renderApp({ at = "/", ...options }: Options = {}) {
  const host = new FakeHost({ delay: 0, pace: 0, theme: "light", ...options });
  connectForTests(host);
  window.location.hash = at;
  return { host, user: userEvent.setup(), ...render(<App />) };
}
