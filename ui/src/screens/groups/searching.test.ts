import { describe, expect, it } from "vitest";

import type { GroupSummary } from "@/ipc/bindings";
import { world } from "@/ipc/fake/world";
import { nameKey, searcher } from "./searching";

const { groups } = world({ groups: 52 });
const found = (text: string) => groups.filter(searcher(text)).map((group) => group.displayName);
const named = (displayName: string): GroupSummary => ({ ...groups[0]!, displayName });

describe("search over the groups that are here", () => {
  it("finds names without regard to accents and case", () => {
    expect(found("ZURICH reseau")).toEqual(["Réseau Zürich"]);
    expect(found("lodz")).toEqual(["Łódź Warehouse"]);
    expect(found("ερευνα")).toEqual(["Έρευνα και Ανάπτυξη"]);
  });

  it("finds by alias, address and description", () => {
    expect(found("design-jp")).toEqual(["デザイン室"]);
    expect(found("hiring-loop@contoso")).toEqual(["Hiring Loop"]);
    expect(found("Quarterly written")).toEqual([]);
    expect(found("イベント planned written")).toEqual(["イベント企画チーム"]);
  });

  it("shows all groups for an empty search", () => {
    expect(found("  ")).toHaveLength(52);
  });

  it("finds a renamed group by its new name", () => {
    expect(searcher("orchestra")(named("Orchestra"))).toBe(true);
  });

  it("orders numbers in names by their value", () => {
    const sorted = ["Team 10", "team 9", "Äpfel", "Zoo"].map(named).sort((a, b) => {
      return nameKey(a) < nameKey(b) ? -1 : 1;
    });
    expect(sorted.map((group) => group.displayName)).toEqual(["Äpfel", "team 9", "Team 10", "Zoo"]);
  });
});
