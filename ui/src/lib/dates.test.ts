import { describe, expect, it } from "vitest";

import { daysUntil, formatBytes, formatCountdown, formatSeconds } from "./dates";

describe("Dates and figures", () => {
  it("count days by the calendar, not by hours", () => {
    expect(daysUntil("2026-11-23T23:30:00", "2026-11-24T00:30:00")).toBe(1);
    expect(daysUntil("2026-11-23T00:30:00", "2026-11-23T23:30:00")).toBe(0);
    expect(daysUntil("2026-11-23T12:00:00", "2026-11-20T12:00:00")).toBe(-3);
  });

  it("say spans as people do", () => {
    expect(formatSeconds(4)).toBe("4 seconds");
    expect(formatSeconds(840)).toBe("14 minutes");
    expect(formatSeconds(7_200)).toBe("2 hours");
    expect(formatCountdown(845)).toBe("14:05");
  });

  it("say sizes in the unit that fits", () => {
    expect(formatBytes(0)).toBe("0 byte");
    expect(formatBytes(84_000)).toBe("84 kB");
    expect(formatBytes(1_240_000)).toBe("1.2 MB");
  });
});
