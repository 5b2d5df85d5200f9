import { fireEvent, screen, waitFor, within } from "@testing-library/react";
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
  const app = renderApp({ at: "/groups", groups: 15, pace: 0, ...options });
  await screen.findByRole("grid", { name: "Your groups" });
  return app;
}

type App = Awaited<ReturnType<typeof open>>;
const sent = ({ host }: App, command: string) =>
  host.calls.filter((call) => call.command === command).map(({ request }) => request);

const grid = (name = "Your groups") => screen.getByRole("grid", { name });
const bar = () => screen.findByRole("toolbar", { name: "Selected groups" });
/** By its text: the names of all rows would be worked out for each question. */
const row = async (name: RegExp) =>
  (await within(grid()).findByText(name)).closest<HTMLElement>("[role=row]")!;
const act = async (user: App["user"], name: RegExp | string) =>
  user.click(within(await bar()).getByRole("button", { name }));
const three = "jx{Shift>}{ArrowDown}{ArrowDown}{/Shift}";
const head = (name: string) =>
  within(grid()).getByText(name, { selector: "[role=columnheader] *" }).closest("button")!;
const chip = (name: string) =>
  within(screen.getByRole("group", { name: "Filters" })).getByText(name);

describe("selecting groups", () => {
  it("takes one after the other with X, and a run of them with Shift and the arrows", async () => {
    const { user } = await open();
    await user.keyboard("jx");
    await within(await bar()).findByText("1 selected");
    await user.keyboard("{Shift>}{ArrowDown}{ArrowDown}{/Shift}");
    await within(await bar()).findByText("3 selected");
    expect(await row(/^Hiring Loop$/)).toHaveAttribute("aria-selected", "true");
    expect(await row(/^Brand Playbook$/)).toHaveAttribute("aria-selected", "false");
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("toolbar", { name: "Selected groups" })).toBeNull();
  });

  it("takes a run of them with Shift and a click", async () => {
    const { user } = await open();
    await user.click(
      await screen.findByRole("checkbox", {
        name: "Select Quarterly Audit – Northwind Subsidiaries and Holdings, Western Region",
      }),
    );
    await user.keyboard("{Shift>}");
    await user.click(await row(/^Brand Playbook$/));
    await user.keyboard("{/Shift}");
    await within(await bar()).findByText("4 selected");
  });

  it("takes all that the filters let through, and no other", async () => {
    const { user } = await open();
    await user.click(chip("Favorites"));
    await user.keyboard("{Control>}a{/Control}");
    await within(await bar()).findByText("3 selected");
    await user.click(chip("Favorites"));
    await user.type(screen.getByRole("searchbox"), "hiring");
    await within(await bar()).findByText("2 of them are not shown");
  });

  it("has no accessibility violations with the bar and the choice of columns open", async () => {
    const { user } = await open();
    await user.keyboard("jx");
    await bar();
    await user.click(screen.getByLabelText("Columns"));
    await screen.findByLabelText("Classification");
    expect(await violations()).toEqual([]);
  }, 60_000);
});

describe("changing the selected groups", () => {
  it("shows what renewing would do before it is done, then runs it as a job", async () => {
    const app = await open();
    const { user } = app;
    await user.keyboard(three);
    await within(await bar()).findByText("Renewing: 1 request · about a second");
    await act(user, /^Renew 3/);
    expect(sent(app, "plan_run")).toEqual([]);
    await user.click(await screen.findByRole("button", { name: "Renew 3 groups" }));
    await waitFor(() => expect(sent(app, "plan_run")).toHaveLength(1));
    await waitFor(() =>
      expect(screen.queryByRole("toolbar", { name: "Selected groups" })).toBeNull(),
    );
  });

  it("says in figures what goes with a deletion, and until when it can be brought back", async () => {
    const app = await open();
    const { user } = app;
    await user.keyboard(three);
    await act(user, "Delete…");
    const run = await screen.findByRole("button", { name: "Delete 3 groups" });
    await screen.findByText(/^They can be brought back with all of it until /);
    expect(screen.getByText("70 members")).toBeInTheDocument();
    expect(await violations()).toEqual([]);
    await user.click(run);
    await waitFor(() => expect(sent(app, "plan_run")).toHaveLength(1));
  }, 60_000);

  it("deletes a single group at once, and brings it back from the notice", async () => {
    const app = await open();
    const { user } = app;
    await user.keyboard("jjjx{Delete}");
    await screen.findByText(/^Hiring Loop is deleted\. It can be brought back until /);
    await waitFor(() => expect(within(grid()).queryByText("Hiring Loop")).toBeNull());
    await user.click(screen.getByText("Undo"));
    expect(await row(/^Hiring Loop$/)).toBeInTheDocument();
    expect(sent(app, "undo_run")).toHaveLength(1);
  });

  it("adds people to all of them, once it was seen what that does", async () => {
    const app = await open();
    const { user } = app;
    await user.keyboard("jx{Shift>}{ArrowDown}{/Shift}");
    await act(user, "Add people");
    await user.type(await screen.findByLabelText("People"), "johanna");
    await user.click(await screen.findByText("Johanna Lorenz"));
    await user.click(screen.getByLabelText("Owner and member"));
    await user.click(screen.getByText("See what will be done"));
    await waitFor(() => expect(sent(app, "plan_make")).toHaveLength(1));
    expect(sent(app, "plan_make")[0]).toMatchObject({
      kind: "addPeople",
      people: [{ displayName: "Johanna Lorenz" }],
      role: "ownerAndMember",
    });
  });

  it("makes one group public at once, and many only after a look", async () => {
    const app = await open();
    const { user } = app;
    await user.keyboard("jjx");
    await act(user, "Visibility");
    await user.click(await screen.findByText("Public", { selector: "[role=menuitem] *" }));
    await screen.findByText("Accepted by the service");
    expect(sent(app, "change_run")).toHaveLength(1);
    await user.keyboard("jx");
    await within(await bar()).findByText("2 selected");
    await act(user, "Visibility");
    await user.click(await screen.findByText("Private", { selector: "[role=menuitem] *" }));
    await waitFor(() => expect(sent(app, "plan_make")).toHaveLength(1));
  });

  it("marks all of them as favorites in a job that was planned", async () => {
    const app = await open();
    const { user } = app;
    const marked = () => app.host.stage.world.groups.filter(({ favorite }) => favorite.marked);
    const before = marked().length;
    await user.keyboard(three);
    await act(user, "Star");
    // One of the three is a favorite already.
    await user.click(await screen.findByText("Mark 2 favorites", { selector: "button" }));
    await waitFor(() => expect(sent(app, "plan_run")).toHaveLength(1));
    expect(sent(app, "favorite_set")).toHaveLength(0);
    await waitFor(() => expect(marked()).toHaveLength(before + 2));
    expect(sent(app, "plan_make")).toMatchObject([{ kind: "setFavorites", marked: true }]);
  });

  it("marks a single one at once", async () => {
    const app = await open();
    const { user } = app;
    await user.keyboard("jjx");
    await act(user, /^(Star|Unstar)$/);
    await waitFor(() => expect(sent(app, "favorite_set")).toHaveLength(1));
    expect(sent(app, "plan_make")).toHaveLength(0);
  });

  it("offers no change without the permission, and says which one is missing", async () => {
    const { user } = await open({ canManage: false });
    await user.keyboard("jx");
    await within(await bar()).findByText("Changes need Group.ReadWrite.All");
    expect(within(await bar()).getByRole("button", { name: /^Renew/ })).toHaveAttribute(
      "aria-disabled",
      "true",
    );
  });
});

describe("how the table is left", () => {
  it("keeps columns, order and filters for the next time", async () => {
    const app = await open();
    const { user } = app;
    await user.click(screen.getByLabelText("Columns"));
    await user.click(await screen.findByLabelText("Address"));
    await user.click(screen.getByLabelText("Move Address up"));
    await user.keyboard("{Escape}");
    await user.click(head("Name"));
    await user.click(chip("Teams"));
    await waitFor(() =>
      expect(sent(app, "table_layout_set").at(-1)).toMatchObject({
        columns: ["visibility", "owners", "members", "expires", "address", "kind"],
        sort: "name",
        descending: false,
        filters: ["team"],
      }),
    );
  });

  it("begins as it was left", async () => {
    const app = renderApp({ at: "/", groups: 15 });
    await app.host.invoke("table_layout_set", {
      request: {
        columns: ["created"],
        widths: {},
        sort: "name",
        descending: true,
        filters: ["team"],
      },
    });
    window.location.hash = "/groups";
    await screen.findByRole("columnheader", { name: "Created" });
    expect(screen.queryByRole("columnheader", { name: "Expires" })).toBeNull();
    expect(screen.getByRole("columnheader", { name: "Name" })).toHaveAttribute(
      "aria-sort",
      "descending",
    );
    expect(chip("Teams").closest("button")).toHaveAttribute("aria-pressed", "true");
  });

  it("changes a column's place and width by keyboard", async () => {
    const app = await open();
    const { user } = app;
    head("Owners").focus();
    await user.keyboard("{Alt>}{ArrowLeft}{/Alt}{Shift>}{ArrowRight}{/Shift}");
    await waitFor(() =>
      expect(sent(app, "table_layout_set").at(-1)).toMatchObject({
        columns: ["owners", "visibility", "members", "expires", "kind"],
        widths: { owners: expect.any(Number) as number },
      }),
    );
  });

  it("saves what is shown, in the order of the rows, and says where", async () => {
    const app = await open();
    const { user } = app;
    await user.click(chip("Favorites"));
    await user.click(screen.getByText("Export"));
    await user.click(await screen.findByRole("menuitem", { name: /^CSV/ }));
    await waitFor(() => expect(sent(app, "export_save")).toHaveLength(1));
    expect(sent(app, "export_save")[0]).toMatchObject({
      format: "csv",
      content: { kind: "groups", groupIds: expect.objectContaining({ length: 3 }) as string[] },
    });
    await screen.findByText(/saved$/);
  });
});

describe("all groups of the tenant", () => {
  const look = async (options: Options = {}) => {
    const app = await open(options);
    await app.user.click(screen.getByText("All of the tenant"));
    return app;
  };

  it("shows groups of others too, page by page", async () => {
    const app = await look({ groups: 400 });
    await waitFor(() =>
      expect(Number(grid("Groups of the tenant").getAttribute("aria-rowcount"))).toBeGreaterThan(
        401,
      ),
    );
    expect(sent(app, "tenant_groups_list")).toEqual([{ text: "", offset: 0 }]);
    const scroller = grid("Groups of the tenant").parentElement!;
    fireEvent.scroll(scroller, { target: { scrollTop: 48 * 410 } });
    await waitFor(() =>
      expect(sent(app, "tenant_groups_list")).toContainEqual({ text: "", offset: 400 }),
    );
  }, 60_000);

  it("searches them where they are kept", async () => {
    const app = await look();
    await screen.findByRole("grid", { name: "Groups of the tenant" });
    await app.user.type(screen.getByRole("searchbox"), "hiring");
    await screen.findByText(/match(es)?$/);
    await within(grid("Groups of the tenant")).findByText("Hiring Loop");
    expect(await violations()).toEqual([]);
  }, 60_000);

  it("says how far the first reading has come", async () => {
    await look({ tenant: "reading" });
    await screen.findByText(/^The tenant is read for the first time: /);
  });

  it("says why they may not be seen, and keeps the way back", async () => {
    const { user } = await look({ tenant: "forbidden" });
    await screen.findByText("The tenant’s groups were not read");
    await user.click(screen.getByText("Mine"));
    await screen.findByRole("grid", { name: "Your groups" });
  });
});
