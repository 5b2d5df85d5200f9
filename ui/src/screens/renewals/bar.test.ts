import { describe, expect, it } from "vitest";

import type { GroupSummary } from "@/ipc/bindings";
import { barOf, momentsOf } from "./bar";
import { windowAround } from "./scale";

const NOW = "2026-11-23T09:41:00Z";
const DAY = 86_400_000;
const inDays = (days: number) => new Date(Date.parse(NOW) + days * DAY).toISOString();
const group = (renewed: number, expires: number | null) =>
  ({
    created: inDays(-400),
    renewed: inDays(renewed),
    expires: expires === null ? null : inDays(expires),
  }) as GroupSummary;
const bar = (renewed: number, expires: number | null) =>
  barOf(group(renewed, expires), NOW, windowAround(NOW, "months10"));

describe("A group's bar", () => {
  it("has its last 30 days as the notice zone, and 30 days to restore a day after its end", () => {
    const drawn = bar(-160, 20);
    const dayWide = 100 / 304;
    expect(drawn?.notice?.width).toBeCloseTo(30 * dayWide);
    expect(drawn?.restore?.width).toBeCloseTo(30 * dayWide);
    expect((drawn?.restore?.left ?? 0) - (drawn?.end ?? 0)).toBeCloseTo(dayWide);
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

  it("is cut straight where it began before the view", () => {
    expect(bar(-170, 10)?.calm?.cut).toBe(true);
    expect(bar(-10, 170)?.calm?.cut).toBe(false);
  });

  it("keeps its label in view when the end is not", () => {
    expect(bar(-10, 700)?.label).toEqual({ right: 0 });
    expect(bar(-10, 700)?.end).toBeNull();
  });

  it("shows no notice from before the renewal, as on a group with a short life", () => {
    expect(bar(-2, 10)?.notices.map(({ days }) => days)).toEqual([1]);
  });

  it("is none for a group that does not expire", () => {
    expect(bar(-10, null)).toBeNull();
    expect(momentsOf(group(-10, null))).toBeNull();
  });
});
