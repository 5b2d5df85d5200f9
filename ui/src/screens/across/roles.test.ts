import { describe, expect, it } from "vitest";

import { rolesOf } from "./roles";

describe("who is what", () => {
  it("is looked up by person and group, and nobody stands where they are not", () => {
    const roles = rolesOf({
      cells: [
        { personId: "x", groupId: "a", role: "owner" },
        { personId: "x", groupId: "b", role: "member" },
        { personId: "y", groupId: "a", role: "ownerAndMember" },
      ],
      unreadable: [],
    });
    expect(roles.get("x")?.get("b")).toBe("member");
    expect(roles.get("y")?.get("a")).toBe("ownerAndMember");
    expect(roles.get("y")?.get("b")).toBeUndefined();
    expect(rolesOf(undefined).size).toBe(0);
  });
});
