import { describe, expect, it } from "vitest";

import { i18n } from "@/i18n";
import type { Evidence, Fact } from "@/ipc/bindings";
import { summaryOf } from "./summary";

const NOW = "2026-11-23T09:41:00Z";
const ago = (days: number) => new Date(Date.parse(NOW) - days * 86_400_000).toISOString();
const known = <T>(value: T): Fact<T> => ({ state: "known", value });
const figure = (count: number) => ({ state: "known" as const, count, atLeast: false });
const people = (owners: number, enabledOwners: number) =>
  known({ owners, enabledOwners, disabled: [], members: 12, guests: 0 });
const conversations = (days: number | null) =>
  known({ last: days === null ? null : ago(days), topic: "Panel", recent: figure(1) });

const absent = { state: "absent" } as const;
const summary = (more: Partial<Evidence>) =>
  summaryOf(
    i18n.t,
    {
      groupId: "1",
      asOf: NOW,
      conversations: absent,
      files: absent,
      events: absent,
      tasks: absent,
      notebook: absent,
      team: absent,
      people: people(2, 2),
      ...more,
    },
    NOW,
  );

describe("The evidence in a sentence", () => {
  it("tells the newest sign of life and what is ahead", () => {
    const events = known({ upcoming: figure(3), next: null, subject: null });
    expect(summary({ conversations: conversations(2), events })).toBe(
      "In use: last message 2 days ago and 3 meetings ahead. Two owners, both active.",
    );
  });

  it("says how long it has been quiet, and which owners cannot act", () => {
    expect(summary({ conversations: conversations(215), people: people(2, 1) })).toBe(
      "Quiet for 7 months. 2 owners, 1 of them disabled.",
    );
    expect(summary({ conversations: conversations(500), people: people(1, 0) })).toBe(
      "Quiet for 16 months. One owner, and that account is disabled.",
    );
  });

  it("takes the newest of conversation, file and page", () => {
    const notebook = known({ last: ago(40), title: "Ideas" });
    expect(summary({ conversations: conversations(300), notebook })).toMatch(
      /^Little used: last notebook page 6 weeks ago\./,
    );
  });

  it("tells tasks that are open in a group that has gone quiet", () => {
    const tasks = known({ plans: 1, open: 5, late: 1, due: null });
    expect(summary({ conversations: conversations(215), tasks })).toMatch(
      /^Quiet for 7 months, with 5 open tasks\./,
    );
  });

  it("does not call quiet what it could not look into", () => {
    const notebook = { state: "notPermitted", permission: "Notes.Read" } as const;
    expect(summary({ conversations: conversations(215), notebook })).toMatch(
      /^Quiet for 7 months, as far as can be seen\./,
    );
    expect(summary({ conversations: { state: "unknown" } })).toMatch(
      /^No sign of use, as far as can be seen\./,
    );
    expect(summary({ conversations: conversations(null) })).toMatch(/^No sign of use\./);
  });

  it.each([
    [0, 0, "No owner: nobody can renew it but an administrator."],
    [1, 1, "One owner, active."],
    [3, 3, "3 owners, all active."],
    [3, 0, "3 owners, all of them disabled."],
    [4, 2, "4 owners, 2 of them disabled."],
  ])("says of %i owners of whom %i can act: %s", (owners, enabled, words) => {
    expect(summary({ people: people(owners, enabled) })).toContain(words);
  });

  it("does not guess the owners", () => {
    expect(summary({ people: { state: "unknown" } })).toContain("Who owns it is not known.");
  });
});
