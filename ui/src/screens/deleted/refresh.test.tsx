import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";

import { renderApp, type Options } from "@/testing/renderApp";

const open = async (options: Options = {}) => {
  const app = renderApp({ at: "/deleted", ...options });
  await screen.findByRole("heading", { level: 1, name: /can still be brought back/ });
  const asked = (command: string) =>
    app.host.calls.filter((call) => call.command === command).length;
  return { ...app, asked };
};

describe("The deleted groups", () => {
  it("are read anew by the button", async () => {
    const { user, asked } = await open();
    const before = asked("deleted_list_get");
    await user.click(screen.getByRole("button", { name: "Refresh" }));
    await waitFor(() => expect(asked("deleted_list_get")).toBeGreaterThan(before));
    expect(asked("deleted_refresh")).toBe(1);
  });

  it("are read anew by the key that refreshes every screen", async () => {
    const { user, asked } = await open();
    await user.keyboard("{Control>}{Shift>}r{/Shift}{/Control}");
    await waitFor(() => expect(asked("deleted_refresh")).toBe(1));
    expect(asked("groups_refresh")).toBe(0);
  });

  it("stay as they are when that fails, and why is said", async () => {
    const { user, host } = await open({ state: "offline" });
    await user.click(screen.getByRole("button", { name: "Refresh" }));
    const failed = () => host.calls.some(({ command }) => command === "deleted_refresh");
    await waitFor(() => expect(failed()).toBe(true));
    expect(await screen.findAllByText(/not be reached|No connection/i)).not.toHaveLength(0);
    expect(screen.getByRole("heading", { level: 1, name: /brought back/ })).toBeVisible();
  });
});
