import { describe, expect, it } from "vitest";

import type { GroupSummary } from "@/ipc/bindings";
import { barOf, grown, momentsOf } from "./bar";
import { dayOf } from "./scale";

const NOW = "2026-11-23T09:41:00Z";
const DAY = 86_400_000;
const inDays = (days: number) => new Date(Date.parse(NOW) + days * DAY).toISOString();
const group = (renewed: number, expires: number | null) =>
  ({
    created: inDays(-400),
    renewed: inDays(renewed),
    expires: expires === null ? null : inDays(expires),
  }) as GroupSummary;
const bar = (renewed: number, expires: number | null) => barOf(group(renewed, expires), NOW);
const today = dayOf(NOW);

describe("A group's bar", () => {
  it("has its last 30 days as the notice zone, and 30 days to restore a day after its end", () => {
    const drawn = bar(-160, 20);
    expect(drawn?.notice).toEqual({ from: today - 10, to: today + 20 });
    expect(drawn?.restore).toEqual({ from: today + 21, to: today + 51 });
    expect(drawn?.label).toBe(today + 51);
  });

  it("tells the time to restore only once the end is near", () => {
    expect(bar(-60, 120)?.restore).toBeNull();
    expect(bar(-181, -1)?.restore).not.toBeNull();
  });

  it("marks which notices were sent", () => {
    expect(bar(-160, 20)?.notices.map(({ days, sent }) => [days, sent])).toEqual([
      [30, true],
      [15, false],
      [1, false],
    ]);
  });

  it("shows no notice from before the renewal, as on a group with a short life", () => {
    expect(bar(-2, 10)?.notices.map(({ days }) => days)).toEqual([1]);
  });

  it("of a deleted group ends with its deletion, and shows how long it can be brought back", () => {
    const gone = { deleted: inDays(-9), restorableUntil: inDays(21) };
    const drawn = barOf({ ...group(-190, null), gone }, NOW);
    expect(drawn?.end).toBe(today - 9);
    expect(drawn?.restore).toEqual({ from: today - 9, to: today + 21 });
    expect(drawn?.notices).toEqual([]);
  });

  it("is none for a group that does not expire", () => {
    expect(bar(-10, null)).toBeNull();
    expect(momentsOf(group(-10, null))).toBeNull();
  });

  it("grows to a new end from where it was, and has what is new at once", () => {
    const [before, after] = [bar(-160, 20), bar(0, 180)];
    if (!before || !after) throw new Error("both have an end");
    const half = grown(before, after, 0.5);
    expect(half.notice).toEqual({ from: today + 70, to: today + 100 });
    expect(half.restore).toBeNull();
    expect(half.end).toBe(today + 180);
    expect(grown(before, after, 1)).toEqual(after);
  });
});
