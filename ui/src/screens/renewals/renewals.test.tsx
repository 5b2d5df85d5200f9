import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { violations } from "@/testing/axe";
import { renderApp, type Options } from "@/testing/renderApp";

// jsdom lays nothing out; the queue draws the rows that fit into this.
beforeEach(() => {
  vi.spyOn(Element.prototype, "clientHeight", "get").mockReturnValue(600);
  Element.prototype.hasPointerCapture ??= () => false;
  vi.spyOn(Element.prototype, "clientWidth", "get").mockReturnValue(1200);
});
afterEach(() => vi.restoreAllMocks());

const HIRING = "00000000-0000-4000-8000-000000000002";

async function open(options: Options = {}) {
  const app = renderApp({ at: "/renewals", groups: 15, ...options });
  await screen.findByRole("grid", { name: "Renewals, soonest first" });
  return app;
}

const row = (name: string) => screen.findByRole("row", { name: new RegExp(name) });
const evidence = (name: string) =>
  screen.findByRole("complementary", { name: new RegExp(`^What is known of ${name}`) });
const renewals = (calls: readonly { command: string }[]) =>
  calls.filter(({ command }) => command === "group_renew").length;

describe("the renewals desk", () => {
  it("answers in its title, and says every row in words", async () => {
    await open();
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent(
      /^\d+ groups expire in the next 30 days$/,
    );
    const hiring = await row("Hiring Loop");
    expect(hiring).toHaveTextContent(/expires .*, 8 days; last renewed .*; \d of 3 notices sent/);
  });

  it("has no accessibility violations, on the axis and as a list", async () => {
    const { user } = await open({ at: `/renewals?group=${HIRING}` });
    await evidence("Hiring Loop");
    await screen.findByText("2 owners · 12 members");
    expect(await violations()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "List" }));
    expect(await violations()).toEqual([]);
  });

  it("renews the selected group by a key, says the service's date, and goes on to the next", async () => {
    const { user, host } = await open({ at: `/renewals?group=${HIRING}` });
    await evidence("Hiring Loop");
    await user.keyboard("r");
    expect(await row("Hiring Loop")).toHaveTextContent(/Renewed until/);
    expect(renewals(host.calls)).toBe(1);
    await waitFor(() => {
      expect(screen.queryByRole("complementary", { name: /Hiring Loop/ })).toBeNull();
    });
  });

  it("says from which date to which, and selects the renewed group again", async () => {
    const { user } = await open({ at: `/renewals?group=${HIRING}` });
    await evidence("Hiring Loop");
    await user.keyboard("r");
    await screen.findByText(/^Dec \d, 2026 → May \d+, 2027, confirmed by the service$/);
    await user.click(screen.getByRole("button", { name: "Hiring Loop" }));
    await evidence("Hiring Loop");
  });

  it("skips what was renewed here, and takes a key that is held for one decision", async () => {
    const { user, host } = await open({ at: `/renewals?group=${HIRING}` });
    await evidence("Hiring Loop");
    await user.keyboard("r");
    await waitFor(() => expect(screen.queryByRole("complementary", { name: /Hiring/ })).toBeNull());
    await user.keyboard("kk");
    await evidence("Quarterly Audit – Northwind");
    await user.keyboard("{r>}");
    for (let times = 0; times < 5; times++)
      fireEvent.keyDown(document.body, { key: "r", repeat: true });
    await screen.findByText(/^Nov 2\d, 2026 → /);
    await waitFor(() => expect(screen.queryByRole("complementary", { name: /Audit/ })).toBeNull());
    fireEvent.keyDown(document.body, { key: "r", repeat: true });
    expect(screen.queryByRole("complementary", { name: /Hiring Loop/ })).toBeNull();
    expect(renewals(host.calls)).toBe(2);
  });

  it("does not call a renewal confirmed that the service has not shown", async () => {
    const { user } = await open({ at: `/renewals?group=${HIRING}`, renew: "sent" });
    await user.click(await screen.findByRole("button", { name: "Renew" }));
    expect(await row("Hiring Loop")).toHaveTextContent(/Sent, not confirmed yet/);
    expect(screen.queryByText(/Hiring Loop is renewed until/)).toBeNull();
  });

  it.each([
    ["notAllowed", /Not renewed/],
    ["outcomeUnknown", /Not known whether it was renewed/],
  ] as const)("says what came of it when renewing fails with %s", async (renew, words) => {
    const { user, host } = await open({ at: `/renewals?group=${HIRING}`, renew });
    await user.click(await screen.findByRole("button", { name: "Renew" }));
    expect(await row("Hiring Loop")).toHaveTextContent(words);
    const panel = within(await evidence("Hiring Loop"));
    expect(panel.getByRole("alert")).toHaveTextContent(/not renewed|not known whether/);
    await user.click(panel.getByRole("button", { name: "Try again" }));
    await waitFor(() => expect(renewals(host.calls)).toBe(2));
  });

  it("moves by arrows and j/k, and opens the group's evidence", async () => {
    const { user } = await open();
    await user.click(await row("Quarterly Audit"));
    await evidence("Quarterly Audit");
    await user.keyboard("j");
    await evidence("Hiring Loop");
    await user.keyboard("{ArrowUp}");
    await evidence("Quarterly Audit");
  });

  it("takes the end of a sequence of keys for no decision", async () => {
    const { user, host } = await open();
    await user.keyboard("gr");
    await user.keyboard("gg");
    expect(renewals(host.calls)).toBe(0);
  });

  it("finds a renewal while typing, and shows all again", async () => {
    const { user } = await open();
    await user.keyboard("/no such group");
    await screen.findByText("No renewal matches");
    await user.click(screen.getByRole("button", { name: "Show all" }));
    await row("Hiring Loop");
  });

  it("narrows to a lane and to groups without an owner, and says so", async () => {
    const { user } = await open();
    await user.click(screen.getByRole("button", { name: "Filter" }));
    await user.click(screen.getByRole("menuitemradio", { name: "Within 90 days" }));
    await user.keyboard("{Escape}");
    await screen.findByText(/^2 groups shown: Within 90 days/);
    expect(screen.queryByRole("row", { name: /Hiring Loop/ })).toBeNull();
    await user.click(screen.getByRole("button", { name: "Show all" }));
    await user.click(screen.getByRole("button", { name: "Filter" }));
    await user.click(screen.getByRole("menuitemcheckbox", { name: "No owner" }));
    await user.keyboard("{Escape}");
    await screen.findByText(/^1 group shown: No owner/);
    await row("Field Trials");
  });

  it("leads back to today from wherever one has looked", async () => {
    const { user } = await open();
    const today = () => screen.getByRole("button", { name: /^Today/ });
    const place = today().style.left;
    await user.keyboard("{ArrowRight>12/}");
    expect(today().style.left).not.toBe(place);
    await user.click(today());
    expect(today().style.left).toBe(place);
  });

  it("draws only the rows in view of ten thousand", async () => {
    await open({ groups: 10_000 });
    expect(screen.getAllByRole("row").length).toBeLessThan(60);
  });

  it("asks for the permission instead of offering what cannot be done", async () => {
    const { user, host } = await open({ canManage: false });
    expect(await screen.findByRole("button", { name: "Renew" })).toBeDisabled();
    expect(screen.getByRole("button", { name: "Ask for it in Settings" })).toBeVisible();
    await user.keyboard("r");
    expect(renewals(host.calls)).toBe(0);
  });

  it("says so where nothing expires", async () => {
    renderApp({ at: "/renewals", state: "noPolicy" });
    await screen.findByText("Nothing expires here");
  });

  it("shows the last known renewals while there is no connection", async () => {
    await open({ state: "offline" });
    expect(await screen.findByText(/No connection. You see your groups as of/)).toBeVisible();
    const grid = screen.getByRole("grid", { name: "Renewals, soonest first" });
    expect(within(grid).getAllByRole("row").length).toBeGreaterThan(5);
  });
});
