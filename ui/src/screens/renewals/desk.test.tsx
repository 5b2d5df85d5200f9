import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { violations } from "@/testing/axe";
import { renderApp, type Options } from "@/testing/renderApp";

// jsdom lays nothing out; the queue draws the rows that fit into this.
beforeEach(() => {
  vi.spyOn(Element.prototype, "clientHeight", "get").mockReturnValue(900);
  Element.prototype.hasPointerCapture ??= () => false;
  vi.spyOn(Element.prototype, "clientWidth", "get").mockReturnValue(1200);
});
afterEach(() => vi.restoreAllMocks());

const HIRING = "00000000-0000-4000-8000-000000000002";
/** Where nothing has a size, the keeper of the focus may take a surface for hidden; what one sees is not. */
const SEEN = { hidden: true };

async function open(options: Options = {}) {
  const app = renderApp({ at: `/renewals?group=${HIRING}`, groups: 15, ...options });
  await screen.findByRole("grid", { name: "Renewals, soonest first" });
  return app;
}

const evidence = (name: string) =>
  screen.findByRole("complementary", { name: new RegExp(`^What is known of ${name}`), ...SEEN });
const asked = (calls: readonly { command: string; request: unknown }[], command: string) =>
  calls.filter((each) => each.command === command).map(({ request }) => request);

describe("evidence", () => {
  it("is summed up in a sentence, each fact with its source", async () => {
    await open();
    const panel = within(await evidence("Hiring Loop"));
    expect(await panel.findByText(/^In use: last message yesterday and 3 meetings/)).toBeVisible();
    expect(panel.getByText("from the group’s mailbox")).toBeInTheDocument();
  });

  it("names what may not be read, the permission, and the way to it", async () => {
    await open({ evidence: "partly" });
    const panel = within(await evidence("Hiring Loop"));
    expect(await panel.findByText(/needs Notes.Read/)).toBeVisible();
    expect(panel.getByRole("button", { name: /Ask for what is missing/ })).toBeVisible();
  });

  it("can be asked for again when reading it failed", async () => {
    await open({ evidence: "failed" });
    const panel = within(await evidence("Hiring Loop"));
    expect(await panel.findByText("The evidence was not read")).toBeVisible();
    expect(panel.getByRole("button", { name: "Try again" })).toBeVisible();
  });

  it("is read with its neighbours, and not once for every key", async () => {
    const { user, host } = await open();
    await screen.findByText(/^In use: last message yesterday/);
    const first = asked(host.calls, "evidence_get");
    expect(first).toHaveLength(1);
    expect((first[0] as { groupIds: string[] }).groupIds[0]).toBe(HIRING);
    expect((first[0] as { groupIds: string[] }).groupIds).toHaveLength(6);
    await user.keyboard("jjjjjjj");
    await screen.findByRole("list", { name: "What is known" });
    expect(asked(host.calls, "evidence_get").length).toBeLessThanOrEqual(2);
  });
});

describe("local decisions", () => {
  it("let a group expire by key and Enter, go on to the next, and can be undone", async () => {
    const { user, host } = await open();
    await evidence("Hiring Loop");
    await user.keyboard("l");
    await user.type(await screen.findByLabelText("Why"), "It is over{Enter}");
    await waitFor(() =>
      expect(asked(host.calls, "decision_set")).toEqual([
        { groupId: HIRING, decision: { kind: "letExpire", note: "It is over" } },
      ]),
    );
    await waitFor(() =>
      expect(screen.queryByRole("row", { name: /Hiring Loop/, ...SEEN })).toBeNull(),
    );
    expect(await screen.findByRole("button", { name: "1 decided", ...SEEN })).toBeVisible();
    await user.click(await screen.findByRole("button", { name: "Undo", ...SEEN }));
    await evidence("Hiring Loop");
    expect(asked(host.calls, "decision_set")[1]).toEqual({ groupId: HIRING, decision: null });
  });

  it("put a group off to a day", async () => {
    const { user, host } = await open();
    await evidence("Hiring Loop");
    await user.keyboard("t");
    await user.click(await screen.findByRole("button", { name: /^In a week/, ...SEEN }));
    await waitFor(() =>
      expect(asked(host.calls, "decision_set")).toEqual([
        { groupId: HIRING, decision: { kind: "later", until: "2026-11-30" } },
      ]),
    );
  });

  it("come back with the reason, and are revoked from their list", async () => {
    const { user, host } = await open({ decided: 4 });
    expect(
      (await screen.findAllByText("Its owners changed since you let it expire")).length,
    ).toBeGreaterThan(0);
    await user.click(await screen.findByRole("button", { name: "2 decided" }));
    const list = within(await screen.findByRole("dialog", SEEN));
    const [first] = list.getAllByRole("button", { name: /^Revoke the decision/, ...SEEN });
    if (first) await user.click(first);
    await waitFor(() => expect(asked(host.calls, "decision_set")).toHaveLength(1));
  });

  it("ask the other owners with a letter that can be changed", async () => {
    const { user, host } = await open();
    await screen.findByText(/^In use: last message yesterday/);
    await user.keyboard("a");
    const body = await screen.findByLabelText("Letter");
    expect((body as HTMLTextAreaElement).value).toContain("In use: last message yesterday");
    await user.click(screen.getByRole("button", { name: "Open in the mail program", ...SEEN }));
    await waitFor(() => expect(asked(host.calls, "letter_open")).toHaveLength(1));
  });
});

describe("the desk", () => {
  it("brings a deleted group back by key", async () => {
    const { user, host } = await open();
    await user.click(await screen.findByRole("row", { name: /Relaunch War Room/ }));
    await evidence("Relaunch War Room");
    await user.keyboard("b");
    await waitFor(() => expect(asked(host.calls, "change_run")).toHaveLength(1));
    await waitFor(() =>
      expect(screen.queryByRole("row", { name: /3 days to restore/ })).toBeNull(),
    );
  });

  it("says once that a renewal cannot be undone", async () => {
    const { user } = await open();
    await evidence("Hiring Loop");
    await user.keyboard("r");
    await screen.findByText("A renewal cannot be undone");
  });

  it("plans to renew all that are shown", async () => {
    const { user, host } = await open();
    await user.click(screen.getByRole("button", { name: "Filter" }));
    await user.click(screen.getByRole("menuitemradio", { name: "Within 30 days" }));
    await user.keyboard("{Escape}");
    await user.click(await screen.findByRole("button", { name: /^Renew all \d+ shown$/ }));
    await waitFor(() => expect(asked(host.calls, "plan_make")).toHaveLength(1));
  });

  it("selects by key, and offers what can be done with many", async () => {
    const { user } = await open();
    await evidence("Hiring Loop");
    await user.keyboard("xjx");
    const bar = within(await screen.findByRole("toolbar"));
    expect(bar.getByText("2 selected")).toBeVisible();
    expect(await violations()).toEqual([]);
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("toolbar")).toBeNull();
  });

  it("shows the history, and where it was altered", async () => {
    const { user } = await open({ decided: 4, altered: true });
    await user.click(screen.getByRole("button", { name: "Export and history" }));
    await user.click(await screen.findByRole("menuitem", { name: "History…" }));
    expect(await screen.findByText(/^Altered at entry 2/)).toBeVisible();
  });
});
