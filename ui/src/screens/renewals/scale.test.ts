import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { panned, placeOf, ticksOf, windowAround, zoomed, type Span } from "./scale";

const NOW = "2026-11-23T09:41:00Z";
const spans = fc.constantFrom<Span>("months3", "months10", "years2");

describe("The time in view", () => {
  it("has today at about a quarter, whatever the span", () => {
    fc.assert(
      fc.property(spans, (span) => {
        expect(placeOf(Date.parse(NOW), windowAround(NOW, span))).toBeCloseTo(0.26);
      }),
    );
  });

  it("shows a whole lifetime and the time to restore in ten months", () => {
    const renewedToday = Date.parse(NOW) + 211 * 86_400_000;
    expect(placeOf(renewedToday, windowAround(NOW, "months10"))).toBeLessThan(1);
  });

  it("keeps what is under the pointer there while zooming, within limits", () => {
    const arbitrary = fc.tuple(
      fc.double({ min: 0.01, max: 100, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    );
    fc.assert(
      fc.property(arbitrary, ([factor, around]) => {
        const before = windowAround(NOW, "months10");
        const under = before.start + (before.end - before.start) * around;
        const after = zoomed(before, factor, around);
        expect(placeOf(under, after)).toBeCloseTo(around, 5);
        const days = (after.end - after.start) / 86_400_000;
        expect(days).toBeGreaterThanOrEqual(27.99);
        expect(days).toBeLessThanOrEqual(1831);
      }),
    );
  });

  it("pans without changing its width", () => {
    const before = windowAround(NOW, "years2");
    const after = panned(before, -0.3);
    expect(after.end - after.start).toBeCloseTo(before.end - before.start);
    expect(after.start).toBeLessThan(before.start);
  });

  it("names few enough weeks or months to be read, over leap days and summer time too", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 10, noNaN: true }),
        fc.double({ min: -3, max: 3, noNaN: true }),
        (factor, by) => {
          const view = panned(zoomed(windowAround(NOW, "months10"), factor, 0.5), by);
          const ticks = ticksOf(view);
          expect(ticks.length).toBeLessThanOrEqual(16);
          for (const { time, unit } of ticks) {
            const begins = new Date(time);
            expect(unit === "week" ? begins.getDay() : begins.getDate()).toBe(1);
          }
        },
      ),
    );
  });
});
