import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { fold, matches, wordsOf } from "./folding";

describe("Searching", () => {
  it.each([
    ["reseau zur", "Réseau Zürich"],
    ["LODZ", "Łódź Warehouse"],
    ["strasse", "Straße"],
    ["デザイン", "デザイン室"],
    ["team design", "Design Weekly Team"],
  ])("finds %s in %s", (query, name) => expect(matches(fold(name), wordsOf(query))).toBe(true));

  it("finds any name by itself, whatever its script", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (name) => matches(fold(name), wordsOf(name))),
    );
  });
});
