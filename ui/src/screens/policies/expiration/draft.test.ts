import { expect, it } from "vitest";

import type { WhatIfRow } from "@/ipc/bindings";
import { inputOf, lifetimeProblem, meanwhile, settled, wrongAddresses } from "./draft";
import { isSelected, toggled } from "./selection";

const policy = {
  id: "1",
  lifetimeDays: 180,
  managed: "all" as const,
  notificationEmails: ["a@x.example"],
};

it("takes no lifetime that the service would refuse", () => {
  const found = ["0", "29", "30", "180", "2147483647", "2147483648", "", "12.5", "soon"].map(
    lifetimeProblem,
  );
  expect(found).toEqual(["least", "least", null, null, null, "most", "number", "number", "number"]);
});

it("names the addresses that are none", () => {
  expect(wrongAddresses("a@x.example; nobody, b@c")).toEqual(["nobody", "b@c"]);
});

it("shows both sides where somebody else changed the lifetime too", () => {
  const fields = { lifetime: "90", managed: "all" as const, emails: "a@x.example" };
  const theirs = { ...policy, lifetimeDays: 365 };
  const draft = { base: policy, fields };
  expect(meanwhile(draft, theirs)).toEqual([
    { name: "lifetimeDays", before: "180", now: "365", mine: "90" },
  ]);
  expect(inputOf(settled(draft, theirs, new Set(["lifetimeDays"])).fields).lifetimeDays).toBe(365);
  expect(meanwhile(settled(draft, theirs, new Set()), theirs)).toEqual([]);
});

it("ticks groups into the selection and out of it, and back", () => {
  const row = (groupId: string, rule: WhatIfRow["rule"]) => ({ groupId, rule });
  const fresh = row("a", "notCovered");
  const chosen = row("b", "unchanged");
  const begun = toggled(toggled({ select: [], unselect: [] }, fresh), chosen);
  expect(begun).toEqual({ select: ["a"], unselect: ["b"] });
  expect([isSelected(begun, fresh), isSelected(begun, chosen)]).toEqual([true, false]);
  expect(toggled(toggled(begun, fresh), chosen)).toEqual({ select: [], unselect: [] });
});
