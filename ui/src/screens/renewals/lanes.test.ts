import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { GroupSummary } from "@/ipc/bindings";
import { laneOf } from "@/lib/expiry";
import type { DeskGroup } from "./gone";
import { groupsOf, linesOf, type Grouping } from "./lanes";

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
      lines.flatMap((line) => (line.kind === "head" ? [[line.heading, line.count]] : [])),
    ).toEqual([
      [{ by: "lane", lane: "within30" }, 2],
      [{ by: "lane", lane: "later" }, 1],
    ]);
  });

  it("keep a renewed group where it was while one looks", () => {
    const renewed = group("a", 180);
    const held = new Map([["a", group("a", 3).expires]]);
    const shown = groupsOf(linesOf([group("b", 5), renewed], NOW, held));
    expect(shown.map(({ id }) => id)).toEqual(["a", "b"]);
    expect(shown[0]?.expires).toBe(renewed.expires);
  });

  it("begin with what was deleted, the soonest lost first", () => {
    const gone = (id: string, deleted: string): DeskGroup => ({
      ...group(id, null),
      gone: { deleted, restorableUntil: deleted },
    });
    const groups = [group("a", -1), gone("b", "2026-11-20T00:00:00Z"), gone("c", "2026-11-01")];
    expect(groupsOf(linesOf(groups, NOW, new Map())).map(({ id }) => id)).toEqual(["c", "b", "a"]);
  });
});

describe("Other headings", () => {
  const heads = (groups: readonly DeskGroup[], grouping: Grouping) =>
    linesOf(groups, NOW, new Map(), grouping).flatMap((line) =>
      line.kind === "head" ? [[line.heading, line.count]] : [],
    );

  it("are the months of the expiry, with what does not expire at the end", () => {
    const december = new Date(2026, 11).getTime();
    expect(heads([group("a", null), group("b", 12), group("c", 20)], "month")).toEqual([
      [{ by: "month", month: december }, 2],
      [{ by: "month", month: null }, 1],
    ]);
  });

  it("are the enabled owners, fewest first, with what is not read yet at the end", () => {
    const owned = (id: string, owners: { enabled: boolean }[]) =>
      ({ ...group(id, 9), people: { owners } }) as DeskGroup;
    const groups = [
      { ...group("a", 9), people: null },
      owned("b", [{ enabled: true }, { enabled: true }]),
      owned("c", [{ enabled: false }]),
    ];
    expect(heads(groups, "owners")).toEqual([
      [{ by: "owners", owners: 0 }, 1],
      [{ by: "owners", owners: 2 }, 1],
      [{ by: "owners", owners: null }, 1],
    ]);
  });

  it("put favorites first", () => {
    const star = { ...group("b", 80), favorite: { marked: true } } as DeskGroup;
    const plain = { ...group("a", 3), favorite: { marked: false } } as DeskGroup;
    expect(heads([plain, star], "favorites")).toEqual([
      [{ by: "favorites", favorite: true }, 1],
      [{ by: "favorites", favorite: false }, 1],
    ]);
  });
});
