import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { violations } from "@/testing/axe";
import { renderApp, type Options } from "@/testing/renderApp";

// Rows are drawn for a window that has a height.
beforeEach(() => {
  vi.spyOn(Element.prototype, "clientHeight", "get").mockReturnValue(900);
});
afterEach(() => vi.restoreAllMocks());

const open = async (options: Options = {}) => {
  const app = renderApp({ at: "/deleted", ...options });
  await screen.findByRole("heading", { level: 1, name: /can still be brought back/ });
  return app;
};

const row = (name: string) => screen.getByRole("row", { name: new RegExp(name) });
// Where nothing is laid out the focus does not always follow into the drawer, which then counts as
// hidden, and what is hidden has no role.
const planDrawer = async (title: string) =>
  (await screen.findByText(title, { selector: "h2" })).closest<HTMLElement>('[role="dialog"]')!;

describe("Deleted", () => {
  it.each(["light", "dark", "highContrast"] as const)("is accessible in %s", async (theme) => {
    await open({ theme, returning: 2, canPurge: true });
    expect(await violations()).toEqual([]);
  });

  it("says how many can be brought back, and how long the first of them", async () => {
    await open();
    expect(screen.getByText(/The first is gone for good in 3 days/)).toBeVisible();
    expect(within(row("Relaunch War Room")).getByText("3 days left")).toBeVisible();
    expect(within(row("Trainee Circle")).getByText("28 days left")).toBeVisible();
  });

  it("brings the active one back by its key, and follows its parts", async () => {
    const { user, host } = await open();
    await user.keyboard("jr");
    const list = await screen.findByRole("list", { name: "Parts of Relaunch War Room" });
    expect(within(list).getByText(/Conversations and calendar/)).toBeInTheDocument();
    expect(await screen.findByText("Relaunch War Room brought back")).toBeVisible();
    expect(screen.queryByRole("row", { name: /Relaunch War Room/ })).toBeNull();
    expect(host.stage.world.groups.some(({ mailNickname }) => mailNickname === "relaunch")).toBe(
      true,
    );
  });

  it("plans before it brings several back, and writes nothing until then", async () => {
    const { user, host } = await open();
    await user.click(screen.getByRole("checkbox", { name: "Select Sommerfest Zürich" }));
    await user.click(screen.getByRole("checkbox", { name: "Select Trainee Circle" }));
    await user.click(screen.getByRole("button", { name: "Bring back 2" }));
    const drawer = await planDrawer("Bring back 2 groups");
    const plan = within(drawer);
    expect(plan.getByText(/2 requests/)).toBeVisible();
    expect(host.calls.map(({ command }) => command)).not.toContain("plan_run");
    expect(await violations(drawer)).toEqual([]);
    await user.click(plan.getByText("Bring back 2 groups", { selector: "button" }));
    expect(await screen.findByRole("group", { name: "Bringing back 2 groups" })).toBeVisible();
    expect(await screen.findByText("2 brought back")).toBeVisible();
    expect(await screen.findByRole("heading", { level: 1, name: /^2 groups can/ })).toBeVisible();
  });

  it("deletes for good only once the name is typed", async () => {
    const { user, host } = await open({ canPurge: true });
    await user.click(screen.getByRole("button", { name: "More for Relaunch War Room" }));
    await user.click(await screen.findByRole("menuitem", { name: "Delete for good…" }));
    const plan = within(await planDrawer("Delete Relaunch War Room for good"));
    const run = plan.getByText("Delete 1 group for good", { selector: "button" });
    expect(run).toBeDisabled();
    await user.type(plan.getByLabelText(/^Type/), "Relaunch War Room");
    expect(run).toBeEnabled();
    await user.click(run);
    await waitFor(() => expect(host.stage.world.deleted).toHaveLength(3));
  });

  it("offers no deletion for good to who may not do it", async () => {
    await open();
    expect(screen.queryByRole("button", { name: /^More for/ })).toBeNull();
  });

  it("says why a group was not brought back", async () => {
    const { user } = await open({ change: "restoreWindowOver" });
    await user.click(screen.getByRole("button", { name: /^Bring back Relaunch War Room/ }));
    expect(await screen.findByText("Relaunch War Room was not brought back")).toBeVisible();
    const why = await screen.findAllByText(
      /The 30 days in which it could be brought back are over/,
    );
    expect(why[0]).toBeVisible();
  });

  it("is good news when nothing is deleted", async () => {
    renderApp({ at: "/deleted", deleted: 0 });
    expect(await screen.findByText("Nothing is waiting to be lost")).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  it("finds one of many without its accents", async () => {
    const { user } = await open({ deleted: 12 });
    await user.keyboard("/");
    await user.type(screen.getByRole("searchbox"), "zurich 3");
    expect(await screen.findByText("1 of 12 shown")).toBeVisible();
    expect(row("Sommerfest Zürich 3")).toBeVisible();
  });

  it("says what happened when they were not read", async () => {
    renderApp({ at: "/deleted", state: "failed" });
    expect(await screen.findByText("Deleted groups were not read")).toBeVisible();
  });
});
