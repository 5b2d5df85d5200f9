import { describe, expect, it } from "vitest";

import type { Holdings } from "@/ipc/bindings";
import { i18n } from "@/i18n";
import { sumsOf } from "./holdings";
import { isPartial, sumWords } from "./words";

const known = (count: number, atLeast = false) => ({ state: "known" as const, count, atLeast });
const held = (more: Partial<Holdings>): Holdings => ({
  groupId: "1",
  conversations: { state: "absent" },
  files: { state: "absent" },
  plans: { state: "absent" },
  members: known(0),
  team: false,
  ...more,
});
const words = (...holdings: Holdings[]) => sumWords(i18n.t, sumsOf(holdings));

describe("what goes with a deletion", () => {
  it("is added up over all groups", () => {
    expect(words(held({ files: known(1_200), team: true }), held({ files: known(4) }))).toEqual([
      "1,204 files",
      "1 team",
    ]);
  });

  it("is at least so much where the service stopped counting or something may not be read", () => {
    expect(words(held({ files: known(999, true) }))).toEqual(["at least 999 files"]);
    const half = [held({ conversations: known(8) }), held({ conversations: { state: "unknown" } })];
    expect(words(...half)).toEqual(["at least 8 conversations"]);
  });

  it("is not nothing when nothing could be read", () => {
    const sums = sumsOf([held({ files: { state: "notPermitted" } })]);
    expect(sumWords(i18n.t, sums)).toEqual([]);
    expect(isPartial(sums)).toBe(true);
    expect(isPartial(sumsOf([held({})]))).toBe(false);
  });
});
