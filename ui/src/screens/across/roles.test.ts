import { describe, expect, it } from "vitest";

import type { GroupSummary, LeftOut, Matrix, Role } from "@/ipc/bindings";
import { world } from "@/ipc/fake/world";
import { handOvers, rolesOf } from "./roles";

const [a, b, c] = world({ groups: 3 }).groups as [GroupSummary, GroupSummary, GroupSummary];
const cell = (personId: string, group: GroupSummary, role: Role) => ({
  personId,
  groupId: group.id,
  role,
});
const matrix = (...cells: Matrix["cells"]): Matrix => ({ cells, unreadable: [] });
const plan = (cells: Matrix["cells"], removeMembership = true, leftOut: LeftOut[] = []) =>
  handOvers(
    [a, b, c],
    rolesOf(matrix(...cells)),
    { from: "x", to: "y", removeMembership },
    leftOut,
  );

describe("handing over", () => {
  it("concerns the groups that the one who leaves owns, and no other", () => {
    const rows = plan([cell("x", a, "owner"), cell("x", b, "member"), cell("y", c, "owner")]);
    expect(rows.map(({ group }) => group)).toEqual([a]);
  });

  it("says what the successor is already, so that it is said what becomes of them", () => {
    const both = [cell("x", a, "owner"), cell("x", b, "owner"), cell("y", b, "member")];
    expect(plan(both).map(({ successor }) => successor)).toEqual(["none", "member"]);
  });

  it("takes a membership only where there is one and it was asked for", () => {
    const cells = [cell("x", a, "ownerAndMember"), cell("x", b, "owner")];
    expect(plan(cells).map(({ goes }) => goes)).toEqual(["both", "owner"]);
    expect(plan(cells, false).map(({ goes }) => goes)).toEqual(["owner", "owner"]);
  });

  it("names the reason where a group is left out, but not that somebody is in it already", () => {
    const left = (group: GroupSummary, reason: LeftOut["reason"]) => ({
      groupName: group.displayName,
      personName: null,
      reason,
    });
    const cells = [cell("x", a, "owner"), cell("x", b, "owner")];
    const rows = plan(cells, true, [left(a, "tooManyOwners"), left(b, "alreadyMember")]);
    expect(rows.map(({ why }) => why)).toEqual(["tooManyOwners", null]);
  });
});
