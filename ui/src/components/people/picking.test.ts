import { describe, expect, it } from "vitest";

import type { PersonFound, Role } from "@/ipc/bindings";
import { isPickable, looksLikeList, markOf } from "./picking";

const found = (role: Role | null, kind: PersonFound["person"]["kind"] = "member"): PersonFound => ({
  person: { id: "1", displayName: "A", address: null, jobTitle: null, kind, enabled: true },
  role,
});

describe("Picking people", () => {
  it.each([
    [null, "member", true, null],
    ["member", "member", false, "isMember"],
    ["member", "owner", true, "isMemberToo"],
    ["member", "ownerAndMember", true, "isMemberToo"],
    ["owner", "member", true, "isOwnerOnly"],
    ["owner", "owner", false, "isOwner"],
    ["ownerAndMember", "ownerAndMember", false, "isOwner"],
  ] as const)("of somebody who is %s, as %s: %s", (now, role, pickable, mark) => {
    expect(isPickable(found(now), role)).toBe(pickable);
    expect(markOf(found(now), role)).toBe(mark);
  });

  it("leaves out what is no person", () => {
    expect(isPickable(found(null, "servicePrincipal"), "member")).toBe(false);
    expect(markOf(found(null, "other"), "member")).toBe("notAPerson");
  });

  it("tells a pasted list from a name", () => {
    expect(looksLikeList("Adele Vance")).toBe(false);
    expect(looksLikeList("adele@contoso.example\n")).toBe(false);
    expect(looksLikeList("a@contoso.example; b@contoso.example")).toBe(true);
    expect(looksLikeList("Adele\nIsaiah")).toBe(true);
  });
});
