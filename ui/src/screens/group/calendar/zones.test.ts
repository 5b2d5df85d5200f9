import { expect, it } from "vitest";

import { locale } from "@/lib/dates";
import { weekStartOf } from "./zones";

it("begins weeks by the region, and by some day where the system says no language", () => {
  expect(weekStartOf("de-DE")).toBe(1);
  expect(weekStartOf("en-US")).toBe(7);
  expect(weekStartOf("c")).toBe(weekStartOf(locale));
  expect(weekStartOf("")).toBe(weekStartOf(locale));
});
