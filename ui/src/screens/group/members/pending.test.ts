import { describe, expect, it } from "vitest";

import type { GroupMember, MemberList, Person } from "@/ipc/bindings";
import { stillPending, withPending, type Pending } from "./pending";

const person = (id: string): Person => ({
  id,
  displayName: id,
  address: null,
  jobTitle: null,
  kind: "member",
  enabled: true,
});
const member = (id: string, more: Partial<GroupMember> = {}): GroupMember => ({
  person: person(id),
  owner: false,
  member: true,
  me: false,
  ...more,
});
const list = (asOf: string, ...people: GroupMember[]): MemberList => ({
  people,
  asOf,
  refreshing: false,
  lastError: null,
  fixed: null,
  hidden: null,
});
const sent = (id: string, action: Pending["action"]): Pending => ({
  person: person(id),
  action,
  accepted: "2026-11-23T10:00:00Z",
});

describe("A change that was sent", () => {
  it("is confirmed by a list that was read afterwards and shows it", () => {
    const pending = [sent("megan", "addMember")];
    const before = list("2026-11-23T09:59:00Z", member("megan"));
    const after = list("2026-11-23T10:00:05Z", member("megan"));
    expect(stillPending(pending, before)).toBe(pending);
    expect(stillPending(pending, after)).toEqual([]);
  });

  it("stays sent while the index lags, and not for ever", () => {
    const pending = [sent("megan", "removeMember")];
    expect(stillPending(pending, list("2026-11-23T10:00:30Z", member("megan")))).toBe(pending);
    expect(stillPending(pending, list("2026-11-23T10:05:00Z", member("megan")))).toEqual([]);
  });

  it("shows who was added at once, once, and nobody who was removed meanwhile", () => {
    const pending = [
      sent("new", "addMember"),
      sent("new", "addOwner"),
      sent("gone", "removeMember"),
      sent("here", "addOwner"),
    ];
    const rows = withPending([member("here")], pending);
    expect(rows.map(({ person, owner, added }) => [person.id, owner, added])).toEqual([
      ["here", false, false],
      ["new", true, true],
    ]);
    expect(rows[0]?.pending).toHaveLength(1);
  });
});
