import { describe, expect, it } from "vitest";

import { world, START } from "@/ipc/fake/world";
import type { GroupSummary } from "@/ipc/bindings";
import { countFilters, filtersFrom, passesAll, toggleFilter } from "./filters";

const { groups, people } = world({ groups: 52 });
const read = groups.map((group): GroupSummary => ({
  ...group,
  people: people.get(group.id) ?? null,
}));
const names = (list: readonly GroupSummary[], ...on: Parameters<typeof toggleFilter>[1][]) =>
  list.filter((group) => passesAll(group, new Set(on), START)).map((group) => group.displayName);

describe("filters of the groups", () => {
  it("shows what is overdue among the groups that expire soon", () => {
    expect(names(groups, "expiring")).toContain("イベント企画チーム");
    expect(names(groups, "expiring")).toHaveLength(8);
  });

  it("narrows down with every filter that is added", () => {
    expect(names(read, "owned", "public", "guests")).toEqual(
      expect.arrayContaining(["Brand Playbook", "Trade Fair"]),
    );
    expect(names(read, "favorites", "team")).toEqual([
      "Hiring Loop",
      "Support Leads",
      "デザイン室",
    ]);
  });

  it("does not take a group without known owners for one without owners", () => {
    expect(names(groups, "noOwner")).toEqual([]);
    expect(names(read, "noOwner")).toEqual(["Field Trials"]);
  });

  it("counts hidden membership as private", () => {
    expect(names(groups, "private")).toContain("デザイン室");
  });

  it("switches off what contradicts the filter that is switched on", () => {
    const on = toggleFilter(toggleFilter(new Set(["owned"] as const), "public"), "private");
    expect([...on]).toEqual(["owned", "private"]);
    expect([...toggleFilter(on, "private")]).toEqual(["owned"]);
  });

  it("counts for each filter what it lets through by itself", () => {
    const counts = countFilters(read, START);
    expect(counts.favorites).toBe(3);
    expect(counts.noOwner).toBe(1);
    expect(counts.public + counts.private).toBe(52);
  });

  it("leaves out what is not a filter", () => {
    expect([...filtersFrom(["owned", "toString", "public"])]).toEqual(["owned", "public"]);
    expect(filtersFrom([]).size).toBe(0);
  });
});
