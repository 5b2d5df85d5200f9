import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { violations } from "@/testing/axe";
import type { Options } from "@/testing/renderApp";
import {
  AUDIT,
  BRAND,
  DESIGN,
  FIELD,
  HIRING,
  isListed,
  layOut,
  membersListed,
  openGroup,
  person,
  requestsOf,
  RULED,
} from "../testing";

beforeEach(layOut);
afterEach(() => vi.restoreAllMocks());

async function openMembers(groupId = HIRING, options: Options = {}) {
  const app = await openGroup(groupId, "members", options);
  await membersListed();
  return app;
}

const names = () =>
  [...document.querySelectorAll("[data-people=members] [role=row]")].map(
    (row) => row.textContent ?? "",
  );
const changes = (calls: readonly { command: string; request: unknown }[]) =>
  requestsOf(calls, "change_run");
const menuOf = async (name: string) =>
  within(await person(name)).getByRole("button", { name: `What can be done about ${name}` });

describe("The people of a group", () => {
  it("stand as owners apart from members, with what they are in words", async () => {
    await openMembers();
    expect(screen.getByRole("heading", { name: "Owners · 2" })).toBeVisible();
    expect(screen.getByRole("heading", { name: "Members · 12" })).toBeVisible();
    expect(await person("Adele Vance")).toHaveTextContent(/\(you\).*also a member/);
    expect(await person("Pradeep Gupta")).toHaveTextContent("not a member: no Planner");
    expect(await person("Grady Archie")).toHaveTextContent("Disabled");
    expect(names()).toHaveLength(11);
  });

  it("have no accessibility violations, with somebody selected", { timeout: 60_000 }, async () => {
    const { user } = await openMembers(FIELD);
    await user.keyboard("jx");
    await screen.findByRole("toolbar");
    expect(await violations()).toEqual([]);
  });

  it("have their photos read in one go, for those who are in view", async () => {
    const { host } = await openMembers();
    await waitFor(() =>
      expect(
        (requestsOf(host.calls, "photos_load") as Array<{ groups: boolean; ids: string[] }>).filter(
          ({ groups }) => !groups,
        ),
      ).toHaveLength(1),
    );
  });

  it("are found while typing, and narrowed to guests", async () => {
    const { user } = await openMembers(BRAND);
    await user.keyboard("/henrietta mul");
    await waitFor(() => expect(names()).toEqual([expect.stringContaining("Müller")]));
    await user.keyboard("{Escape}");
    await user.click(screen.getByRole("button", { name: /^Guests/ }));
    await waitFor(() => expect(names()).toHaveLength(9));
    expect(names().every((name) => name.includes("Guest"))).toBe(true);
    await user.type(screen.getByRole("searchbox"), "nobody of this name");
    await screen.findByText("No member matches");
    await user.click(screen.getByRole("button", { name: "Clear search and filters" }));
    await waitFor(() => expect(names().length).toBeGreaterThan(20));
  });

  it("are drawn only where they are in view, and reached by keys from first to last of 10,000", async () => {
    const { user } = await openMembers(HIRING, { members: 10_000 });
    expect(document.querySelectorAll("[role=row]").length).toBeLessThan(80);
    await user.keyboard("j{End}");
    const last = () => document.activeElement?.getAttribute("aria-rowindex");
    await waitFor(() => expect(Number(last())).toBeGreaterThan(9_900));
    await user.keyboard("{Home}");
    await waitFor(() => expect(document.activeElement).toHaveTextContent("Adele Vance"));
  });
});

describe("One person", () => {
  it("is removed at once by a key, with Undo, and the next one has the focus", async () => {
    const { user, host } = await openMembers();
    await user.keyboard("j{ArrowDown}{ArrowDown}");
    await waitFor(async () => expect(await person("Diego Siciliani")).toHaveFocus());
    await user.keyboard("{Delete}");
    await screen.findByText("Diego Siciliani removed from Hiring Loop");
    await waitFor(() => expect(isListed("Diego Siciliani")).toBe(false));
    await waitFor(async () => expect(await person("Goran Rossi")).toHaveFocus());
    expect(changes(host.calls)).toMatchObject([{ kind: "removePeople", role: "member" }]);
    await user.click(screen.getByRole("button", { name: "Undo" }));
    await person("Diego Siciliani");
  });

  it("stays in the list as sent until the list that is read again confirms it", async () => {
    const { user, host } = await openMembers();
    const read = host.handlers.members_list;
    const before = await read({ groupId: HIRING });
    host.handlers.members_list = () => before;
    await user.keyboard("jjj{Delete}");
    const diego = await person("Diego Siciliani");
    await waitFor(() => expect(diego).toHaveTextContent("removed, sent"));
    await screen.findByText("Diego Siciliani removed from Hiring Loop");
    expect(await person("Diego Siciliani")).toHaveTextContent("removed, sent");
    host.handlers.members_list = read;
    host.stage.emit({ kind: "changed", tags: ["members"] });
    await waitFor(() => expect(isListed("Diego Siciliani")).toBe(false));
  });

  it("becomes an owner from the menu", async () => {
    const { user, host } = await openMembers();
    await user.click(await menuOf("Goran Rossi"));
    await user.click(await screen.findByRole("menuitem", { name: /Make owner/ }));
    await screen.findByText("Goran Rossi made an owner of Hiring Loop");
    await waitFor(() =>
      expect(screen.getByRole("heading", { name: "Owners · 3" })).toBeInTheDocument(),
    );
    expect(changes(host.calls)).toMatchObject([{ kind: "addPeople", role: "owner" }]);
  });

  it("is put back where the service refuses, and it is said why", async () => {
    const { user } = await openMembers(HIRING, { change: "notPermitted" });
    await user.keyboard("jjj{Delete}");
    await screen.findByText("Diego Siciliani was not removed from Hiring Loop");
    await waitFor(async () =>
      expect(await person("Diego Siciliani")).not.toHaveTextContent("sent"),
    );
  });

  it("cannot be removed as the last owner; the menu says why, and the key does nothing", async () => {
    const { user, host } = await openMembers(AUDIT);
    await user.keyboard("j{Delete}o");
    await user.keyboard("{Enter}");
    const leave = await screen.findByRole("menuitem", { name: /Leave the group/ });
    expect(leave).toHaveAttribute("aria-disabled", "true");
    expect(leave).toHaveTextContent("If you leave, nobody can renew it. Add an owner first.");
    expect(changes(host.calls)).toEqual([]);
  });

  it("gets what is missing by the button in the row", async () => {
    const { user } = await openMembers();
    const row = await person("Pradeep Gupta");
    await user.click(within(row).getByRole("button", { name: "Add as member" }));
    await screen.findByText("Pradeep Gupta added to Hiring Loop");
    await waitFor(async () =>
      expect(await person("Pradeep Gupta")).toHaveTextContent("also a member"),
    );
  });
});

describe("Many people", () => {
  it("are selected by X and Shift, removed by a plan, and let go by Escape", async () => {
    const { user, host } = await openMembers();
    await user.keyboard("jjj");
    await waitFor(async () => expect(await person("Diego Siciliani")).toHaveFocus());
    await user.keyboard("{Shift>}{ArrowDown}{ArrowDown}{/Shift}");
    await screen.findByText("3 selected");
    await user.click(screen.getByRole("button", { name: "Remove…" }));
    await screen.findByText("Remove 3 people from Hiring Loop");
    expect(screen.getByText(/Nothing has been written yet/)).toBeVisible();
    await user.click(await screen.findByText("Remove 3 people"));
    await waitFor(() => expect(isListed("Grady Archie")).toBe(false));
    expect(requestsOf(host.calls, "plan_run")).toHaveLength(1);
    await waitFor(() => expect(screen.queryByText("3 selected")).toBeNull());
  });

  it("are let go by Escape before the screen is left", async () => {
    const { user } = await openMembers();
    await user.keyboard("jx");
    await screen.findByText("1 selected");
    await user.click(screen.getByRole("button", { name: "Select all 13" }));
    await screen.findByText("13 selected");
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByText("13 selected")).toBeNull());
    expect(window.location.hash).toContain("/members");
  });
});

describe("People that cannot be changed", () => {
  it.each([
    ["dynamic", RULED, {}, /A rule decides who is in this group/],
    ["synced", HIRING, { fixed: "synced" }, /kept in your company’s own directory/],
    ["another's", HIRING, { fixed: "notOwner" }, /You do not own this group/],
    ["not permitted", HIRING, { canManage: false }, /needs Group.ReadWrite.All/],
  ] as const)("are readable, with the reason: %s", async (_name, groupId, options, words) => {
    await openMembers(groupId, options);
    expect((await screen.findAllByText(words))[0]).toBeVisible();
    expect(screen.queryByRole("button", { name: "Add people" })).toBeNull();
    expect(screen.queryByRole("button", { name: "Add as member" })).toBeNull();
    expect(screen.getByRole("button", { name: "Export" })).toBeVisible();
  });

  it("show the rule that decides", async () => {
    await openMembers(RULED);
    expect(await screen.findByText('user.department -eq "Research"')).toBeVisible();
  });

  it("have no accessibility violations", { timeout: 60_000 }, async () => {
    await openMembers(FIELD, { fixed: "synced" });
    expect(await violations()).toEqual([]);
  });
});

describe("The list in other states", () => {
  it("says that there is no owner, and offers one", async () => {
    const { user } = await openMembers(FIELD);
    expect(screen.getByRole("heading", { name: "No owner" })).toBeVisible();
    await user.click(screen.getAllByRole("button", { name: "Add an owner" })[0]!);
    await screen.findByRole("complementary", { name: "Add people" });
  });

  it("says that it may not be read, and tries again", async () => {
    const { user, host } = await openGroup(DESIGN, "members", { people: "forbidden" });
    await screen.findByText("Who is in it was not read");
    expect(await violations()).toEqual([]);
    host.stage.options.people = "ok";
    await user.click(screen.getByRole("button", { name: "Try again" }));
    await screen.findByRole("grid", { name: /^Members/ });
  });

  it("is read anew when somebody asks for it", async () => {
    const { user, host } = await openMembers();
    await user.click(screen.getByRole("button", { name: "Refresh" }));
    await waitFor(() => expect(requestsOf(host.calls, "members_refresh")).toHaveLength(1));
  });
});
