import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { GroupSummary } from "@/ipc/bindings";
import { laneOf } from "@/lib/expiry";
import { groupsOf, linesOf } from "./lanes";

const NOW = "2026-11-23T09:41:00Z";
const group = (id: string, days: number | null) =>
  ({
    id,
    displayName: id,
    expires: days === null ? null : new Date(Date.parse(NOW) + days * 86_400_000).toISOString(),
  }) as GroupSummary;

describe("The lanes", () => {
  it("hold every group once, soonest first, with what does not expire at the end", () => {
    const days = fc.array(fc.option(fc.integer({ min: -20, max: 400 })), { maxLength: 60 });
    fc.assert(
      fc.property(days, (all) => {
        const groups = all.map((each, index) => group(`g${index}`, each));
        const shown = groupsOf(linesOf(groups, NOW, new Map()));
        expect(shown).toHaveLength(groups.length);
        const ends = shown.map(({ expires }) => (expires ? Date.parse(expires) : Infinity));
        expect(ends).toEqual([...ends].sort((a, b) => a - b));
        for (const line of linesOf(groups, NOW, new Map())) {
          if (line.kind === "group") expect(line.lane).toBe(laneOf(line.group, NOW));
        }
      }),
    );
  });

  it("have a heading with its count each, and none where they are empty", () => {
    const lines = linesOf([group("a", 3), group("b", 5), group("c", 200)], NOW, new Map());
    expect(
      lines.flatMap((line) => (line.kind === "lane" ? [[line.lane, line.count]] : [])),
    ).toEqual([
      ["within30", 2],
      ["later", 1],
    ]);
  });

  it("keep a renewed group where it was while one looks", () => {
    const renewed = group("a", 180);
    const held = new Map([["a", group("a", 3).expires]]);
    const shown = groupsOf(linesOf([group("b", 5), renewed], NOW, held));
    expect(shown.map(({ id }) => id)).toEqual(["a", "b"]);
    expect(shown[0]?.expires).toBe(renewed.expires);
  });
});
