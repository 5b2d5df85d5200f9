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
  const app = renderApp({ at: "/activity", ...options });
  await screen.findByRole("heading", { level: 1, name: "Activity" });
  await screen.findByRole("list", { name: "What was done" });
  return app;
};

const item = async (words: string | RegExp) => (await screen.findByText(words)).closest("li")!;

describe("Activity", () => {
  it.each(["light", "dark", "highContrast"] as const)("is accessible in %s", async (theme) => {
    await open({ theme });
    await item("Megan Bowen added to Hiring Loop");
    expect(await violations()).toEqual([]);
  });

  it("groups what was done by day, with values before and after", async () => {
    await open();
    expect(await screen.findByRole("heading", { name: /^Today/ })).toBeVisible();
    expect(screen.getByRole("heading", { name: /^Yesterday/ })).toBeVisible();
    expect(await screen.findByText("Visibility: Private → Public")).toBeVisible();
  });

  it("tells accepted, refused and why apart", async () => {
    await open();
    const refused = await item(/Adele Vance is still an owner of Quarterly Audit/);
    expect(within(refused).getByText("Refused")).toBeVisible();
    expect(within(refused).getByText(/Add an owner first/)).toBeVisible();
    expect(within(refused).queryByRole("button", { name: /Undo/ })).toBeNull();
    expect(
      within(await item("Megan Bowen added to Hiring Loop")).getByText("Accepted"),
    ).toBeVisible();
  });

  it("undoes one, and says so on the item that was undone", async () => {
    const { user } = await open();
    const added = await item("Megan Bowen added to Hiring Loop");
    await user.click(within(added).getByRole("button", { name: /^Undo/ }));
    await waitFor(async () =>
      expect(
        within(await item("Megan Bowen added to Hiring Loop")).getByText("Undone"),
      ).toBeVisible(),
    );
    expect(
      screen.getAllByText(/Megan Bowen removed from Hiring Loop|Megan Bowen is not in/).length,
    ).toBeGreaterThan(0);
  });

  it("says why an undo no longer fits, and changes nothing", async () => {
    const { user, host } = await open();
    const name = "Έρευνα και Ανάπτυξη";
    host.stage.world.groups = host.stage.world.groups.map((group) =>
      group.displayName === name ? { ...group, displayName: "R&D" } : group,
    );
    await user.click(within(await item(`${name} changed`)).getByRole("button", { name: /^Undo/ }));
    expect(
      (await screen.findAllByText(/Somebody else changed it meanwhile/)).length,
    ).toBeGreaterThan(0);
    expect(host.stage.world.groups.some(({ displayName }) => displayName === "R&D")).toBe(true);
  });

  it("shows many items of one change as one, and each on demand", async () => {
    const { user } = await open();
    const run = await item("Adding 24 people to Hiring Loop");
    expect(within(run).getByText(/22 added · 1 was already in · 1 refused/)).toBeVisible();
    await user.click(within(run).getByRole("button", { name: /^Details/ }));
    const details = await screen.findByRole("dialog", { name: "Details of the job" });
    expect(await within(details).findByText("Refused")).toBeVisible();
    expect(await violations(details)).toEqual([]);
  });

  it("finds by person, and says when nothing matches", async () => {
    const { user } = await open();
    const search = screen.getByRole("searchbox");
    await user.type(search, "pradeep");
    await waitFor(() => expect(screen.queryByText("Megan Bowen added to Hiring Loop")).toBeNull());
    expect(screen.getByText("Pradeep Gupta made an owner of Design Weekly")).toBeVisible();
    await user.type(search, "xyz");
    expect(await screen.findByText("No change matches")).toBeVisible();
  });

  it("shows only one group when it is asked for", async () => {
    const { user } = await open({ at: "/activity?group=00000000-0000-4000-8000-000000000009" });
    expect(screen.queryByText("Megan Bowen added to Hiring Loop")).toBeNull();
    await user.click(await screen.findByRole("button", { name: /^Only Design Weekly/ }));
    expect(await screen.findByText("Megan Bowen added to Hiring Loop")).toBeVisible();
  });

  it("saves the record as a file", async () => {
    const { user } = await open();
    await user.click(screen.getByRole("button", { name: "Export" }));
    await user.click(await screen.findByRole("menuitem", { name: "As a table (CSV)" }));
    expect(await screen.findByText("Activity 2026-11-23.csv saved")).toBeVisible();
  });

  it("says that nothing was changed yet", async () => {
    renderApp({ at: "/activity", state: "empty" });
    expect(await screen.findByText("Nothing was changed yet")).toBeVisible();
  });
});
