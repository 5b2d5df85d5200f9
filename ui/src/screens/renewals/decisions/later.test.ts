import { describe, expect, it } from "vitest";

import { laterChoices } from "./later";

const NOW = "2026-11-23T09:41:00Z";

describe("Days to decide on later", () => {
  it("lie ahead and before the expiry, soonest first", () => {
    expect(laterChoices(NOW, "2027-03-20T14:20:00Z")).toEqual([
      { name: "week", day: "2026-11-30" },
      { name: "fortnight", day: "2026-12-07" },
      { name: "quarter", day: "2027-02-23" },
      { name: "beforeTwoWeeks", day: "2027-03-06" },
    ]);
    expect(laterChoices(NOW, "2026-12-01T14:20:00Z")).toEqual([
      { name: "beforeWeek", day: "2026-11-24" },
      { name: "week", day: "2026-11-30" },
    ]);
  });

  it("are none where no day is left, and no day stands there twice", () => {
    expect(laterChoices(NOW, "2026-11-24T14:20:00Z")).toEqual([]);
    expect(laterChoices(NOW, "2026-12-07T14:20:00Z").map(({ day }) => day)).toEqual(["2026-11-30"]);
  });
});
