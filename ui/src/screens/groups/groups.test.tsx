import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { violations } from "@/testing/axe";
import { renderApp, type Options } from "@/testing/renderApp";

// jsdom lays nothing out; the table draws the rows that fit into this.
beforeEach(() => {
  vi.spyOn(Element.prototype, "clientHeight", "get").mockReturnValue(600);
  vi.spyOn(Element.prototype, "clientWidth", "get").mockReturnValue(1200);
});
afterEach(() => vi.restoreAllMocks());

async function open(options: Options = {}) {
  const app = renderApp({ at: "/groups", groups: 15, ...options });
  await screen.findByRole("grid", { name: "Your groups" });
  return app;
}

/** By its text: the names of all rows would be worked out for each question. */
const row = async (name: string) => {
  const grid = within(screen.getByRole("grid", { name: "Your groups" }));
  const cell = await grid.findByText(new RegExp(`^${name}`), { selector: "[dir=auto]" });
  return cell.closest<HTMLElement>("[role=row]")!;
};
const chip = (name: string) =>
  within(screen.getByRole("group", { name: "Filters" }))
    .getByText(name)
    .closest("button")!;
const names = () =>
  within(screen.getByRole("grid", { name: "Your groups" }))
    .getAllByRole("row")
    .slice(1)
    .map((each) => within(each).getAllByRole("gridcell")[2]?.textContent ?? "");

describe("the Groups screen", () => {
  it("shows the groups that expire first at the top, with owners once they are read", async () => {
    await open();
    expect(names().slice(0, 3)).toEqual([
      expect.stringContaining("イベント企画チーム"),
      expect.stringContaining("Quarterly Audit"),
      expect.stringContaining("Hiring Loop"),
    ]);
    const hiring = await row("Hiring Loop");
    await within(hiring).findByRole("img", { name: /^2 owners: Adele Vance/ });
    expect(within(hiring).getByText("8 days")).toBeInTheDocument();
  });

  it("has no accessibility violations, with a group open", async () => {
    await open({ at: "/groups?group=00000000-0000-4000-8000-000000000002" });
    await screen.findByRole("complementary", { name: "About Hiring Loop" });
    await screen.findByText("12 members, no guests");
    expect(await violations()).toEqual([]);
  }, 60_000);

  it("finds groups while typing, and clears with Escape", async () => {
    const { user } = await open();
    await user.keyboard("/zurich");
    await waitFor(() => expect(names()).toEqual([expect.stringContaining("Réseau Zürich")]));
    expect(screen.getByText("1 of 15 groups")).toBeInTheDocument();
    await user.keyboard("{Escape}");
    await waitFor(() => expect(names().length).toBeGreaterThan(10));
  });

  it("says that nothing matches, and offers to clear", async () => {
    const { user } = await open();
    await user.click(chip("Favorites"));
    await user.type(screen.getByRole("searchbox"), "payroll");
    await screen.findByText("No group of yours matches");
    await user.click(screen.getByRole("button", { name: "Clear search and filters" }));
    await waitFor(() => expect(names().length).toBeGreaterThan(10));
    expect(chip("Favorites")).toHaveAttribute("aria-pressed", "false");
  });

  it("begins with the filter of the address that led here", async () => {
    await open({ at: "/groups?filter=favorites" });
    expect(names()).toHaveLength(3);
    expect(chip("Favorites")).toHaveAttribute("aria-pressed", "true");
  });

  it("sorts by name, and the other way round", async () => {
    const { user } = await open();
    await user.click(
      within(screen.getByRole("columnheader", { name: "Name" })).getByRole("button"),
    );
    expect(names()[0]).toContain("All Hands");
    await user.click(
      within(screen.getByRole("columnheader", { name: "Name" })).getByRole("button"),
    );
    expect(screen.getByRole("columnheader", { name: "Name" })).toHaveAttribute(
      "aria-sort",
      "descending",
    );
    expect(names()[0]).toContain("デザイン室");
  });

  it("asks the service for the rest of the tenant", async () => {
    const { user, host } = await open();
    await user.type(screen.getByRole("searchbox"), "choir");
    await user.click(await screen.findByRole("button", { name: /Search all of the tenant/ }));
    await screen.findByText("choir Alumni");
    expect(host.calls.some(({ command }) => command === "groups_search")).toBe(true);
  });
});

describe("the keyboard in the table", () => {
  it("moves through rows, looks at one beside the table and comes back", async () => {
    const { user } = await open();
    await user.keyboard("j{ArrowDown}");
    const second = await row("Quarterly Audit");
    await waitFor(() => expect(second).toHaveFocus());
    await user.keyboard(" ");
    await screen.findByRole("complementary", { name: /About Quarterly Audit/ });
    await user.keyboard("{ArrowDown}");
    await screen.findByRole("complementary", { name: "About Hiring Loop" });
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("complementary", { name: /About/ })).toBeNull();
    await waitFor(async () => expect(await row("Hiring Loop")).toHaveFocus());
  });

  it("opens the group's own screen with Enter, and knows its row when one comes back", async () => {
    const { user } = await open();
    await user.keyboard("jj{Enter}");
    await waitFor(() => expect(window.location.hash).toMatch(/^#\/groups\/0{8}-.*1$/));
    window.location.hash = "/groups";
    await screen.findByRole("grid", { name: "Your groups" });
    await user.keyboard("j");
    await waitFor(async () => expect(await row("Hiring Loop")).toHaveFocus());
  });

  it("opens a group that is clicked, or shows it beside the table while that is open", async () => {
    const { user } = await open();
    await user.keyboard("q");
    await screen.findByRole("complementary", { name: /^About/ });
    await user.click(await row("Brand Playbook"));
    await screen.findByRole("complementary", { name: "About Brand Playbook" });
    expect(window.location.hash).toBe("#/groups");
    await user.keyboard("q");
    await user.click(await row("Brand Playbook"));
    await waitFor(() => expect(window.location.hash).toMatch(/^#\/groups\/0{8}-/));
  });

  it("reaches the last of ten thousand groups and returns to the first", async () => {
    const { user } = await open({ groups: 10_000 });
    await user.keyboard("j{End}");
    await waitFor(() => expect(document.activeElement).toHaveAttribute("aria-rowindex", "10001"));
    await user.keyboard("{Home}");
    await waitFor(() => expect(document.activeElement).toHaveAttribute("aria-rowindex", "2"));
  });

  it("draws only the rows in view of ten thousand", async () => {
    await open({ groups: 10_000 });
    expect(screen.getByRole("grid", { name: "Your groups" })).toHaveAttribute(
      "aria-rowcount",
      "10001",
    );
    expect(names().length).toBeLessThan(60);
  });

  it("renews the active group and says until when, once the service has confirmed it", async () => {
    const { user, host } = await open();
    await user.keyboard("jjr");
    await screen.findByText(/Quarterly Audit .* is renewed until/);
    expect(host.calls.filter(({ command }) => command === "group_renew")).toHaveLength(1);
  });

  it("does not claim a new date that the service has not shown", async () => {
    const { user } = await open({ renew: "sent" });
    await user.keyboard("jjr");
    await screen.findByText(/The renewal of Quarterly Audit .* was sent/);
    expect(screen.queryByText(/is renewed until/)).toBeNull();
  });
});

describe("the favorite's star", () => {
  const star = async (name: string) =>
    within(await row(name)).getByLabelText(new RegExp(`${name}.*\\.$`));

  it("is set with F and confirmed by the service", async () => {
    const { user, host } = await open();
    await user.keyboard("jjf");
    await waitFor(async () =>
      expect(await star("Quarterly Audit")).toHaveAttribute("aria-pressed", "true"),
    );
    await waitFor(async () =>
      expect(await star("Quarterly Audit")).toHaveAccessibleName(/Confirmed by the service/),
    );
    expect(host.calls.find(({ command }) => command === "favorite_set")?.request).toMatchObject({
      marked: true,
    });
  });

  it("says that it is kept on this computer when the service does not tell", async () => {
    const { user } = await open({ favorite: "local" });
    await user.click(await star("Brand Playbook"));
    await waitFor(async () =>
      expect(await star("Brand Playbook")).toHaveAccessibleName(/Kept on this computer/),
    );
  });

  it("goes back when the service refuses, and says why", async () => {
    const { user } = await open({ favorite: "notAllowed" });
    await user.click(await star("Brand Playbook"));
    await screen.findByText("The favorite was not changed");
    expect(await star("Brand Playbook")).toHaveAttribute("aria-pressed", "false");
  });
});

describe("the Groups screen without groups or connection", () => {
  it("keeps the last known groups while there is no connection", async () => {
    await open({ state: "offline" });
    expect(screen.getByText(/No connection. You see your groups as of/)).toBeInTheDocument();
    expect(names().length).toBeGreaterThan(10);
  });

  it("says what happened when the groups were not read, and tries again", async () => {
    const { user, host } = renderApp({ at: "/groups", state: "failed" });
    await screen.findByText("Your groups were not read");
    host.stage.options.state = "ready";
    await user.click(screen.getByRole("button", { name: "Try again" }));
    await screen.findByRole("grid", { name: "Your groups" });
  });

  it("says that somebody is in no group", async () => {
    renderApp({ at: "/groups", state: "empty" });
    await screen.findByText("You are in no group yet");
  });

  it("tells owners that may not be read from groups without owners", async () => {
    await open({ people: "forbidden" });
    const [first] = await screen.findAllByText("May not be read");
    expect(first).toBeInTheDocument();
    expect(screen.queryByText("none")).toBeNull();
  });
});
