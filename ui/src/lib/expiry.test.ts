import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { byExpiry, expiresSoon, hadMovedBefore, laneOf, urgencyOf } from "./expiry";
import type { GroupSummary } from "@/ipc/bindings";

const NOW = "2026-11-23T09:41:00";
const after = (days: number) => {
  const day = new Date(NOW);
  day.setDate(day.getDate() + days);
  return { expires: day.toISOString() };
};

describe("Urgency", () => {
  it.each([
    [-1, "overdue", "overdue"],
    [10, "urgent", "within30"],
    [11, "soon", "within30"],
    [30, "soon", "within30"],
    [31, "calm", "within90"],
    [90, "calm", "within90"],
    [91, "calm", "later"],
  ])("of a group with %i days left is %s, in the lane %s", (days, urgency, lane) => {
    expect(urgencyOf(after(days), NOW)).toBe(urgency);
    expect(laneOf(after(days), NOW)).toBe(lane);
  });

  it("is none for a group that does not expire", () => {
    expect(urgencyOf({ expires: null }, NOW)).toBe("never");
    expect(expiresSoon({ expires: null }, NOW)).toBe(false);
  });

  it("orders any groups with what does not expire last", () => {
    const group = fc.record({
      id: fc.uuid(),
      expires: fc.option(fc.integer({ min: -99, max: 999 }).map((days) => after(days).expires)),
    }) as fc.Arbitrary<GroupSummary>;
    fc.assert(
      fc.property(fc.array(group), (groups) => {
        const order = groups.sort(byExpiry).map(({ expires }) => expires ?? "9");
        return order.every((each, index) => index === 0 || (order[index - 1] ?? "") <= each);
      }),
    );
  });
});

describe("A date that moved before it was renewed", () => {
  it("is one that the service had later than it was known", () => {
    expect(hadMovedBefore("2026-11-30T09:00:00Z", "2027-05-22T09:00:00Z")).toBe(true);
    expect(hadMovedBefore("2026-11-30T09:00:00Z", "2026-11-30T09:00:00.000Z")).toBe(false);
    expect(hadMovedBefore(null, "2026-11-30T09:00:00Z")).toBe(false);
    expect(hadMovedBefore("2026-11-30T09:00:00Z", null)).toBe(false);
  });
});
