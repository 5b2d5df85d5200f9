/** What the tests of this screen share: the groups of the fake company, and how to open one. */
import { screen, waitFor } from "@testing-library/react";
import { expect, vi } from "vitest";

import { renderApp, type Options } from "@/testing/renderApp";

const id = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`;

/** One owner, who is me and no member. */
export const AUDIT = id(1);
/** Two owners, one of them no member; twelve members. */
export const HIRING = id(2);
/** Public, with guests. */
export const BRAND = id(4);
/** Without an owner. */
export const FIELD = id(5);
/** Hidden membership. */
export const DESIGN = id(8);
/** Members by a rule. */
export const RULED = id(16);

/** jsdom lays nothing out: lists draw what fits into this. */
export function layOut(): void {
  vi.spyOn(Element.prototype, "clientHeight", "get").mockReturnValue(600);
  vi.spyOn(Element.prototype, "clientWidth", "get").mockReturnValue(1200);
}

export type Tab = "overview" | "members" | "conversations" | "calendar" | "settings";

export async function openGroup(groupId: string, tab: Tab, options: Options = {}) {
  const app = renderApp({ at: `/groups/${groupId}/${tab}`, groups: 17, ...options });
  await waitFor(() => expect(document.querySelector("[role=tabpanel]")).not.toBeNull());
  return app;
}

type Call = { command: string; request: unknown };

export const requestsOf = (calls: readonly Call[], command: string): unknown[] =>
  calls.filter((call) => call.command === command).map(({ request }) => request);

/** Somebody's row in the list. Looked up by text: names of roles are slow to work out for many rows. */
export const person = async (name: string): Promise<HTMLElement> => {
  const said = await screen.findByText(name, { selector: "[role=row] bdi" });
  return said.closest<HTMLElement>("[role=row]")!;
};

export const isListed = (name: string): boolean =>
  screen.queryByText(name, { selector: "[role=row] bdi" }) !== null;

/** Waits until the members are listed. */
export const membersListed = () =>
  waitFor(() => expect(document.querySelector("[data-people=members]")).not.toBeNull());
