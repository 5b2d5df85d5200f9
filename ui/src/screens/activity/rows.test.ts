import { describe, expect, it } from "vitest";

import { item } from "@/ipc/fake/planning";
import type { ActivityItem } from "@/ipc/bindings";
import { rowsOf, titleOfRun } from "./rows";

const GROUP = { id: "g", displayName: "Hiring Loop" };
const made = (jobId: string, count: number, at: string, from = 0): ActivityItem[] =>
  Array.from({ length: count }, (_, place) => from + place).map((index) => ({
    ...item("addMember", GROUP, { id: `p${index}`, displayName: `Person ${index}` }),
    jobId,
    index,
    at,
  }));

const NOON = "2026-11-23T12:00:00";
const DAY_BEFORE = "2026-11-22T12:00:00";
const kinds = (items: ActivityItem[], open: string[] = []) =>
  rowsOf(items, new Set(open)).map(({ kind }) => kind);

describe("The rows of the record", () => {
  it("begin each day with its name", () => {
    const items = [...made("a", 1, NOON), ...made("b", 1, NOON), ...made("c", 1, DAY_BEFORE)];
    expect(kinds(items)).toEqual(["day", "item", "item", "day", "item"]);
  });

  it("take many items of one change together, and show each when asked", () => {
    expect(kinds(made("a", 5, NOON))).toEqual(["day", "run"]);
    expect(kinds(made("a", 5, NOON), ["a"])).toHaveLength(7);
    expect(kinds(made("a", 3, NOON))).toEqual(["day", "item", "item", "item"]);
  });

  it("do not take together what was done on two days", () => {
    const items = [...made("a", 4, NOON), ...made("a", 4, DAY_BEFORE)];
    expect(kinds(items)).toEqual(["day", "run", "day", "run"]);
  });

  it("have keys that are all different", () => {
    const rows = rowsOf([...made("a", 5, NOON), ...made("a", 4, DAY_BEFORE, 5)], new Set(["a"]));
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
  });

  it("name the group of a run when it is one, and count the people", () => {
    expect(titleOfRun(made("a", 5, NOON))).toMatchObject({ groupName: "Hiring Loop", people: 5 });
  });
});
