import { describe, expect, it } from "vitest";

import { world, START } from "@/ipc/fake/world";
import { daysOf } from "./days";
import { happeningsOf } from "./happenings";
import { guestsIn, mattersOf, nextToExpire } from "./matter";

const { groups, people } = world({ groups: 52 });
const read = groups.map((group) => ({ ...group, people: people.get(group.id) ?? null }));

describe("what needs the owner", () => {
  it("begins with what is lost first", () => {
    expect(mattersOf(read, START).map(({ kind }) => kind)).toEqual([
      "overdue",
      "expiring",
      "noOwner",
      "oneOwner",
      "guests",
    ]);
  });

  it("says nothing about owners and guests that were not read", () => {
    expect(mattersOf(groups, START).map(({ kind }) => kind)).toEqual(["overdue", "expiring"]);
  });

  it("names the group that expires first, first", () => {
    const expiring = mattersOf(groups, START).find(({ kind }) => kind === "expiring");
    expect(expiring?.groups[0].mailNickname).toBe("quarterly-audit");
    expect(expiring?.groups).toHaveLength(7);
  });

  it("leaves out groups that only others can renew", () => {
    const foreign = groups.map((group) => ({ ...group, owned: false }));
    expect(mattersOf(foreign, START)).toEqual([]);
    expect(nextToExpire(foreign, START)).toBeUndefined();
  });

  it("counts guests of public groups only", () => {
    const guests = mattersOf(read, START).find(({ kind }) => kind === "guests");
    expect(guests?.groups.every(({ visibility }) => visibility === "public")).toBe(true);
    expect(guestsIn(guests?.groups ?? [])).toBeGreaterThanOrEqual(11);
  });
});

describe("the next 30 days", () => {
  it("puts each group on the day on which it expires", () => {
    const days = daysOf(groups, START);
    expect(days).toHaveLength(31);
    expect(days[4]?.groups.map(({ mailNickname }) => mailNickname)).toEqual(["quarterly-audit"]);
    expect(days.flatMap((day) => day.groups)).toHaveLength(7);
  });
});

describe("what happened lately", () => {
  it("lists renewals of the last 30 days, the newest first", () => {
    const happenings = happeningsOf(groups, START);
    expect(happenings[0]?.what).toBe("renewed");
    const times = happenings.map(({ at }) => Date.parse(at));
    expect(times).toEqual([...times].sort((a, b) => b - a));
  });

  it("calls a new group created, not renewed", () => {
    const [first] = groups;
    const fresh = { ...first!, created: START, renewed: START };
    expect(happeningsOf([fresh], START).map(({ what }) => what)).toEqual(["created"]);
  });
});
