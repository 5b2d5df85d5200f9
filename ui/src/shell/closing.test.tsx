import { act, screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";

import { renderApp } from "@/testing/renderApp";

describe("Closing the window while jobs run", () => {
  it.each([
    [/^Go on in the background/, "background"],
    [/^Pause and close/, "pause"],
  ] as const)("by %s closes with %s", async (name, choice) => {
    const { host, user } = renderApp({ at: "/settings" });
    await screen.findByRole("heading", { name: "Settings" });
    act(() => host.stage.emit({ kind: "closeAsked" }));
    await user.click(await screen.findByRole("button", { name, hidden: true }));
    await waitFor(() =>
      expect(host.calls).toContainEqual({ command: "window_close", request: { choice } }),
    );
  });

  it("stays when that is cancelled", async () => {
    const { host, user } = renderApp({ at: "/settings" });
    await screen.findByRole("heading", { name: "Settings" });
    act(() => host.stage.emit({ kind: "closeAsked" }));
    await user.click(await screen.findByRole("button", { name: "Cancel", hidden: true }));
    expect(host.calls.map(({ command }) => command)).not.toContain("window_close");
  });
});

describe("A notice of the desktop", () => {
  it("leads to its group on the desk", async () => {
    const { host } = renderApp({ at: "/settings" });
    await screen.findByRole("heading", { name: "Settings" });
    const groupId = host.stage.world.groups[3]?.id ?? "";
    act(() => host.stage.emit({ kind: "showGroup", groupId }));
    await waitFor(() => expect(window.location.hash).toBe(`#/renewals?group=${groupId}`));
  });
});
