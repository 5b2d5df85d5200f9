import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { directory, membersOf } from "@/ipc/fake/directory";
import type { World } from "@/ipc/fake/world";
import { violations } from "@/testing/axe";
import { renderApp, type Options } from "@/testing/renderApp";

// jsdom lays nothing out; what scrolls draws the rows that fit into this.
beforeEach(() => {
  vi.spyOn(Element.prototype, "clientHeight", "get").mockReturnValue(600);
  vi.spyOn(Element.prototype, "clientWidth", "get").mockReturnValue(1200);
});
afterEach(() => vi.restoreAllMocks());

async function open(at: string, options: Options = {}) {
  const app = renderApp({ at, groups: 15, pace: 0, ...options });
  await screen.findByRole("heading", { name: "People across groups" });
  return app;
}

type App = Awaited<ReturnType<typeof open>>;
const sent = ({ host }: App, command: string) =>
  host.calls.filter((call) => call.command === command).map(({ request }) => request);

const owns = (world: World, groupId: string, personId: string) =>
  membersOf(world, groupId).some(({ owner, person }) => owner && person.id === personId);

async function pick({ user }: App, label: string, name: string) {
  const value = name.toLowerCase();
  fireEvent.change(await screen.findByLabelText(label), { target: { value } });
  await user.click(await screen.findByText(name, { selector: "[role=option] *" }));
}

const grid = () => screen.findByRole("grid", { name: "Who is in which group" });
const row = async (group: string) =>
  within((await within(await grid()).findByText(group)).closest<HTMLElement>("[role=row]")!);

describe("who is where", () => {
  it("shows what somebody is in each of my groups, in letters and in words", async () => {
    const app = await open("/people");
    await screen.findByText("Who is where?");
    await pick(app, "People", "Adele Vance");
    const hiring = await row("Hiring Loop");
    expect(hiring.getByText("OM")).toHaveAttribute("aria-hidden", "true");
    expect(hiring.getByText("Owner and member")).toBeInTheDocument();
    expect(await violations(screen.getByRole("main"))).toEqual([]);
  }, 60_000);

  it("puts somebody into many groups, once it was seen what that does", async () => {
    const app = await open("/people");
    const { user } = app;
    await pick(app, "People", "Johanna Lorenz");
    await user.click((await row("Hiring Loop")).getByLabelText("Select Hiring Loop"));
    await user.click((await row("Trade Fair")).getByLabelText("Select Trade Fair"));
    const bar = within(await screen.findByRole("toolbar", { name: "Selected groups" }));
    bar.getByText("for Johanna Lorenz");
    await user.click(bar.getByText("Put in"));
    await waitFor(() => expect(sent(app, "plan_make")).toHaveLength(1));
    const [request] = sent(app, "plan_make") as { groupIds: string[] }[];
    expect(request).toMatchObject({
      kind: "addPeople",
      people: [{ displayName: "Johanna Lorenz" }],
      role: "member",
    });
    expect(request?.groupIds).toHaveLength(2);
    expect(sent(app, "plan_run")).toEqual([]);
  });

  it("changes one cell at once by keyboard, and offers the way back", async () => {
    const app = await open("/people");
    const { user } = app;
    await pick(app, "People", "Johanna Lorenz");
    const filter = await screen.findByLabelText("Filter the groups by name");
    fireEvent.change(filter, { target: { value: "trade fair" } });
    await waitFor(async () => expect(await grid()).toHaveAttribute("aria-rowcount", "2"));
    const cell = (await row("Trade Fair")).getByRole("gridcell");
    cell.focus();
    await user.keyboard("{Enter}");
    await user.click(await screen.findByText("Make a member"));
    await screen.findByText("Undo");
    expect(sent(app, "change_run")).toEqual([
      expect.objectContaining({ kind: "addPeople", role: "member" }),
    ]);
  });

  it("shows only the groups that they are in, when asked to", async () => {
    const app = await open("/people");
    await pick(app, "People", "Johanna Lorenz");
    const all = Number((await grid()).getAttribute("aria-rowcount"));
    await app.user.click(screen.getByText("Where they are"));
    await waitFor(async () =>
      expect(Number((await grid()).getAttribute("aria-rowcount"))).toBeLessThan(all),
    );
  });
});

describe("somebody who leaves", () => {
  it("hands over all that they own, in every group the other one first", async () => {
    const app = await open("/people?leaving");
    const { user } = app;
    await screen.findByText("Hand over what somebody owns");
    await pick(app, "Who leaves", "Nestor Wilke");
    await pick(app, "Who takes over", "Johanna Lorenz");
    const list = within(await screen.findByRole("region", { name: "What happens in each group" }));
    const [first] = await list.findAllByText(/^Johanna Lorenz becomes .*, then Nestor Wilke /);
    expect(first).toBeInTheDocument();
    expect(sent(app, "plan_run")).toEqual([]);
    await user.click(await screen.findByText(/^Hand over \d+ groups?$/));
    await waitFor(() => expect(sent(app, "plan_run")).toHaveLength(1));
    expect(sent(app, "plan_make").at(-1)).toMatchObject({
      kind: "handOver",
      from: { displayName: "Nestor Wilke" },
      to: { displayName: "Johanna Lorenz" },
      removeMembership: true,
    });
  });

  it("is shown without accessibility violations", async () => {
    const app = await open("/people?leaving");
    await pick(app, "Who leaves", "Nestor Wilke");
    await pick(app, "Who takes over", "Johanna Lorenz");
    await screen.findByText(/^Hand over \d+ groups?$/);
    expect(await violations(screen.getByRole("main"))).toEqual([]);
  }, 60_000);

  it("owns nothing: that is said, and there is nothing to run", async () => {
    const app = await open("/people?leaving");
    await pick(app, "Who leaves", "Johanna Lorenz");
    await pick(app, "Who takes over", "Nestor Wilke");
    await screen.findByText("Johanna Lorenz owns no group.");
    expect(screen.queryByText(/^Hand over \d+ groups?$/)).toBeNull();
  });

  it("keeps the groups of others: each stands there with the reason", async () => {
    const app = await open("/people?leaving");
    const { world } = app.host.stage;
    const nestor = directory().find(({ displayName }) => displayName === "Nestor Wilke")!;
    const foreign = world.groups.find(({ id, owned }) => owned && owns(world, id, nestor.id))!;
    world.groups = world.groups.map((each) =>
      each.id === foreign.id ? { ...each, owned: false } : each,
    );
    await pick(app, "Who leaves", "Nestor Wilke");
    await pick(app, "Who takes over", "Johanna Lorenz");
    await screen.findByText(/ · 1 cannot be handed over$/);
    const list = within(screen.getByRole("region", { name: "What happens in each group" }));
    expect(list.getByText(foreign.displayName)).toBeInTheDocument();
    expect(list.getAllByText(/^Cannot be handed over: /)).not.toHaveLength(0);
  });

  it("says so when only one's own groups could be looked through", async () => {
    const app = await open("/people?leaving", { canReadPolicies: false });
    await pick(app, "Who leaves", "Nestor Wilke");
    await pick(app, "Who takes over", "Johanna Lorenz");
    expect(await screen.findByText(/that needs Directory\.Read\.All/)).toBeVisible();
  });
});
