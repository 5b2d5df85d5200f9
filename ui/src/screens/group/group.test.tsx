import { act, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { violations } from "@/testing/axe";
import { renderApp } from "@/testing/renderApp";
import { AUDIT, BRAND, FIELD, HIRING, layOut, openGroup, requestsOf } from "./testing";

beforeEach(layOut);
afterEach(() => vi.restoreAllMocks());

const region = (name: string) => screen.findByRole("region", { name });

describe("The head of a group", () => {
  it("says who it is, who sees it and how long it has", async () => {
    await openGroup(HIRING, "overview");
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Hiring Loop");
    expect(screen.getByText("hiring-loop@contoso.example")).toBeVisible();
    expect(screen.getByText("8 days")).toBeVisible();
    await waitFor(() => expect(document.title).toBe("Hiring Loop · Tenure"));
  });

  it("renews by a key and says until when", async () => {
    const { user, host } = await openGroup(HIRING, "overview");
    await user.keyboard("r");
    await screen.findByText(/Hiring Loop is renewed until/);
    expect(requestsOf(host.calls, "group_renew")).toEqual([{ groupId: HIRING }]);
  });

  it("marks a favorite by a key", async () => {
    const { user } = await openGroup(BRAND, "overview");
    await user.keyboard("f");
    await screen.findByRole("button", { name: /Take Brand Playbook from the favorites/ });
  });

  it("saves its people in a file", async () => {
    const { user, host } = await openGroup(HIRING, "overview");
    await user.click(screen.getByRole("button", { name: "More about this group" }));
    await user.click(await screen.findByRole("menuitem", { name: "Export people" }));
    await screen.findByText(/saved$/);
    expect(requestsOf(host.calls, "export_save")).toEqual([
      { content: { kind: "members", groupId: HIRING }, format: "csv" },
    ]);
  });

  it("says in the menu why the last owner cannot leave", async () => {
    const { user } = await openGroup(AUDIT, "members");
    await user.click(await screen.findByRole("button", { name: "More about this group" }));
    const leave = await screen.findByRole("menuitem", { name: /Leave the group/ });
    expect(leave).toHaveAttribute("aria-disabled", "true");
    expect(leave).toHaveTextContent("If you leave, nobody can renew it. Add an owner first.");
  });

  it("asks before one leaves, then leads back to the groups", async () => {
    const { user, host } = await openGroup(HIRING, "members");
    await user.click(await screen.findByRole("button", { name: "More about this group" }));
    await user.click(await screen.findByRole("menuitem", { name: /Leave the group/ }));
    const dialog = await screen.findByRole("alertdialog", { name: "Leave Hiring Loop?" });
    expect(dialog).toHaveTextContent("Only an owner can add you again.");
    await user.click(within(dialog).getByText("Leave the group"));
    await waitFor(() => expect(window.location.hash).toBe("#/groups"));
    expect(requestsOf(host.calls, "change_run")).toMatchObject([
      { kind: "removePeople", role: "ownerAndMember" },
    ]);
  });
});

describe("The tabs of a group", () => {
  it("stand in the address, open by Enter, and keep the focus", async () => {
    const { user } = await openGroup(HIRING, "overview");
    act(() => screen.getByRole("tab", { name: "Settings" }).focus());
    expect(screen.getByRole("tab", { name: "Overview", selected: true })).toBeVisible();
    await user.keyboard("{Enter}");
    await screen.findByRole("form", { name: "Settings of the group" });
    expect(window.location.hash).toBe(`#/groups/${HIRING}/settings`);
    expect(screen.getByRole("tab", { name: "Settings", selected: true })).toHaveFocus();
    expect(screen.getByRole("tabpanel", { name: "Settings" })).toBeVisible();
  });

  it("are no steps on the way back to where one came from", async () => {
    const { user } = renderApp({ at: "/", groups: 17 });
    const links = await screen.findAllByRole("link", { name: /Hiring Loop/ });
    await user.click(links.find((link) => link.getAttribute("href")?.startsWith("#/groups/"))!);
    await user.click(await screen.findByRole("tab", { name: "Settings" }));
    await screen.findByRole("form", { name: "Settings of the group" });
    await user.keyboard("{Escape}");
    await waitFor(() => expect(window.location.hash).toBe("#/"));
  });

  it("lead to the groups where one began with this one", async () => {
    const { user } = await openGroup(HIRING, "overview");
    await user.click(screen.getByRole("button", { name: "Back" }));
    await waitFor(() => expect(window.location.hash).toBe("#/groups"));
  });
});

describe("The overview", () => {
  it("has no accessibility violations", { timeout: 60_000 }, async () => {
    await openGroup(AUDIT, "overview");
    await screen.findByRole("heading", { name: "Good second owners" });
    await within(await region("What it holds")).findByText("43");
    expect(await violations()).toEqual([]);
  });

  it("tells facts, people and what it holds in figures", async () => {
    await openGroup(HIRING, "overview");
    expect(await region("Facts")).toHaveTextContent("Owner and member");
    await waitFor(async () => expect(await region("People")).toHaveTextContent("Members12"));
    await waitFor(async () =>
      expect(await region("What it holds")).toHaveTextContent("Conversations86"),
    );
  });

  it("suggests second owners and why, and makes one at once, with Undo", async () => {
    const { user, host } = await openGroup(AUDIT, "overview");
    const owners = await region("Owners");
    await within(owners).findByText("wrote 9 of the last 50 posts");
    const [first] = within(owners).getAllByRole("button", { name: "Make owner" });
    await user.click(first!);
    await screen.findByText("Accepted by the service");
    expect(requestsOf(host.calls, "change_run")).toMatchObject([
      { kind: "addPeople", role: "owner", groupIds: [AUDIT] },
    ]);
    await user.click(screen.getByRole("button", { name: "Undo" }));
    await waitFor(() => expect(requestsOf(host.calls, "undo_run")).toHaveLength(1));
  });

  it("mends an owner who is no member by one verb", async () => {
    const { user, host } = await openGroup(HIRING, "overview");
    const owners = await region("Owners");
    await user.click(await within(owners).findByRole("button", { name: "Add as member" }));
    await screen.findByText("Pradeep Gupta added to Hiring Loop");
    expect(requestsOf(host.calls, "change_run")).toMatchObject([
      { kind: "addPeople", role: "member" },
    ]);
    await within(await region("Owners")).findByText("2 owners can act for it.");
  });

  it("says that nobody can act for a group without an owner", async () => {
    const { user } = await openGroup(FIELD, "overview");
    const owners = await region("Owners");
    await within(owners).findByText(/No owner with an enabled account/);
    await user.click(within(owners).getByRole("button", { name: "Add an owner" }));
    await screen.findByRole("complementary", { name: "Add people" });
    expect(screen.getByRole("button", { name: "Owner + member", pressed: true })).toBeVisible();
  });

  it("lists what was done to the group, with Undo where it can be undone", async () => {
    const { user, host } = await openGroup(HIRING, "overview");
    const lately = await region("What Tenure did lately");
    const [undo] = await within(lately).findAllByRole("button", { name: /^Undo/ });
    await user.click(undo!);
    await waitFor(() => expect(requestsOf(host.calls, "undo_run")).toHaveLength(1));
  });

  it("claims nothing of people that may not be read", async () => {
    await openGroup(HIRING, "overview", { people: "forbidden" });
    await within(await region("People")).findByText("Who is in it may not be read.");
    expect(await region("Owners")).not.toHaveTextContent(/can act/);
  });
});

describe("A group in other states", () => {
  it(
    "is shown as it was last known while there is no connection",
    { timeout: 60_000 },
    async () => {
      await openGroup(HIRING, "overview", { state: "offline" });
      expect(await screen.findByText(/No connection. You see your groups as of/)).toBeVisible();
      expect(await violations()).toEqual([]);
    },
  );

  it("says that it is not there, and leads away", async () => {
    const { user } = renderApp({ at: "/groups/nowhere", groups: 3 });
    await screen.findByText("This group is not there");
    expect(await violations()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Back" }));
    await waitFor(() => expect(window.location.hash).toBe("#/groups"));
  });

  it(
    "says that it is being set up, and what that means for its mail",
    { timeout: 60_000 },
    async () => {
      const { host, user } = await openGroup(HIRING, "overview");
      await waitFor(() => expect(host.stage.world.more.get(HIRING)).toBeDefined());
      host.stage.world.more.get(HIRING)!.beingSetUp = true;
      host.stage.emit({ kind: "changed", tags: ["details"] });
      await screen.findByText(/It is being set up/);
      await user.click(screen.getByRole("tab", { name: "Settings" }));
      await screen.findByText(/The mailbox is being made/);
      expect(await violations()).toEqual([]);
    },
  );
});

describe("Deleting a group", () => {
  it(
    "says in figures what goes with it and until when, and offers Undo afterwards",
    { timeout: 60_000 },
    async () => {
      const { user, host } = await openGroup(HIRING, "settings");
      await user.click(await screen.findByRole("button", { name: "Delete…" }));
      const dialog = await screen.findByRole("alertdialog", { name: "Delete Hiring Loop?" });
      await within(dialog).findByText("86 conversations");
      expect(dialog).toHaveTextContent("802 files and folders");
      expect(dialog).toHaveTextContent("its team, with all channels");
      expect(dialog).toHaveTextContent("12 members lose access.");
      expect(dialog).toHaveTextContent(/It can be brought back until .*Dec 23, 2026/);
      expect(await violations(dialog)).toEqual([]);
      await user.click(within(dialog).getByText("Delete the group"));
      await screen.findByText("Hiring Loop deleted");
      await waitFor(() => expect(window.location.hash).toBe("#/groups"));
      await user.click(screen.getByRole("button", { name: "Undo" }));
      await waitFor(() => expect(requestsOf(host.calls, "undo_run")).toHaveLength(1));
    },
  );

  it("says in the dialog why it was not deleted", async () => {
    const { user } = await openGroup(HIRING, "settings", { refuse: "notAllowed" });
    await user.click(await screen.findByRole("button", { name: "Delete…" }));
    const dialog = await screen.findByRole("alertdialog", { name: "Delete Hiring Loop?" });
    await user.click(within(dialog).getByText("Delete the group"));
    await within(dialog).findByText("Hiring Loop was not deleted");
  });
});
