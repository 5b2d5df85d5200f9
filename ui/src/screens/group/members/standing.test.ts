import { describe, expect, it } from "vitest";

import type { GroupMember, PersonKind } from "@/ipc/bindings";
import { isLastOwner, possibilities, wholeRole } from "./standing";

interface Like {
  owner?: boolean;
  member?: boolean;
  me?: boolean;
  kind?: PersonKind;
  enabled?: boolean | null;
}

let count = 0;
const somebody = (like: Like): GroupMember => ({
  person: {
    id: `${count++}`,
    displayName: "Somebody",
    address: null,
    jobTitle: null,
    kind: like.kind ?? "member",
    enabled: like.enabled ?? true,
  },
  owner: like.owner ?? false,
  member: like.member ?? true,
  me: like.me ?? false,
});

const acts = (member: GroupMember, people: GroupMember[]) =>
  possibilities(member, people, null).map(({ act }) => act);

describe("The last owner", () => {
  it("is the only one", () => {
    const owner = somebody({ owner: true });
    expect(isLastOwner(owner, [owner, somebody({})])).toBe(true);
  });

  it("is also the only one whose account is enabled, of the tenant and a person", () => {
    const owner = somebody({ owner: true });
    const others = [
      somebody({ owner: true, enabled: false }),
      somebody({ owner: true, kind: "guest" }),
      somebody({ owner: true, kind: "servicePrincipal" }),
    ];
    const people = [owner, ...others];
    expect(isLastOwner(owner, people)).toBe(true);
    expect(others.some((other) => isLastOwner(other, people))).toBe(false);
  });

  it("cannot be removed or made a mere member, and it is said why", () => {
    const me = somebody({ owner: true, me: true });
    expect(possibilities(me, [me], null)).toEqual([
      { act: "makeMemberOnly", obstacle: "lastOwnerMe" },
      { act: "leave", obstacle: "lastOwnerMe" },
    ]);
  });

  it("may go once there is another", () => {
    const owner = somebody({ owner: true });
    const people = [owner, somebody({ owner: true })];
    expect(possibilities(owner, people, null).every(({ obstacle }) => obstacle === null)).toBe(
      true,
    );
  });
});

describe("What can be done", () => {
  it("follows from what somebody is", () => {
    const other = somebody({ owner: true });
    expect(acts(somebody({}), [other])).toEqual(["makeOwner", "remove"]);
    expect(acts(somebody({ owner: true, member: false }), [other])).toEqual([
      "addAsMember",
      "removeAsOwner",
    ]);
    expect(acts(somebody({ me: true }), [other])).toEqual(["makeOwner", "leave"]);
  });

  it("is nothing in a dynamic group, and only leaving where one is no owner", () => {
    const me = somebody({ me: true });
    const people = [me, somebody({ owner: true })];
    const free = (fixed: "dynamic" | "notOwner") =>
      possibilities(me, people, fixed)
        .filter(({ obstacle }) => obstacle === null)
        .map(({ act }) => act);
    expect(free("dynamic")).toEqual([]);
    expect(free("notOwner")).toEqual(["leave"]);
  });

  it("removes all that somebody is", () => {
    expect(wholeRole(somebody({ owner: true }))).toBe("ownerAndMember");
    expect(wholeRole(somebody({ owner: true, member: false }))).toBe("owner");
    expect(wholeRole(somebody({}))).toBe("member");
  });
});
