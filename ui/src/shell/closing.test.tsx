import { act, screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";

import { renderApp } from "@/testing/renderApp";

/** Tries to close the window as often as it takes: the first time nobody may listen yet. */
async function close({ host }: ReturnType<typeof renderApp>, answer: string | RegExp) {
  await screen.findByRole("heading", { name: "Settings" });
  return waitFor(() => {
    act(() => host.stage.emit({ kind: "closeAsked" }));
    return screen.getByRole("button", { name: answer, hidden: true });
  });
}

describe("Closing the window while jobs run", () => {
  it.each([
    [/^Go on in the background/, "background"],
    [/^Pause and close/, "pause"],
  ] as const)("by %s closes with %s", async (name, choice) => {
    const app = renderApp({ at: "/settings" });
    const { host, user } = app;
    await user.click(await close(app, name));
    await waitFor(() =>
      expect(host.calls).toContainEqual({ command: "window_close", request: { choice } }),
    );
  });

  it("stays when that is cancelled", async () => {
    const app = renderApp({ at: "/settings" });
    const { host, user } = app;
    await user.click(await close(app, "Cancel"));
    expect(host.calls.map(({ command }) => command)).not.toContain("window_close");
  });
});

describe("A notice of the desktop", () => {
  it("leads to its group on the desk", async () => {
    const { host } = renderApp({ at: "/settings" });
    await screen.findByRole("heading", { name: "Settings" });
    const groupId = host.stage.world.groups[3]?.id ?? "";
    await waitFor(() => {
      act(() => host.stage.emit({ kind: "showGroup", groupId }));
      expect(window.location.hash).toBe(`#/renewals?group=${groupId}`);
    });
  });
});
