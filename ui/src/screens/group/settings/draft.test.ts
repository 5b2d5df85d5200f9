import { describe, expect, it } from "vitest";

import { changesOf, edit, edited, meanwhile, settle, type Values } from "./draft";

const loaded: Values = {
  displayName: "Hiring Loop",
  mailNickname: "hiring-loop",
  description: "",
  visibility: "private",
  theme: "Teal",
  classification: null,
  label: { id: "1", displayName: "General" },
  allowExternalSenders: false,
  autoSubscribeNewMembers: true,
  hideFromAddressLists: false,
  hideFromOutlookClients: false,
  isSubscribedByMail: true,
};

describe("A draft", () => {
  it("is none when everything is as before", () => {
    const draft = edit(null, loaded, "displayName", "Hiring");
    expect(edited(draft, loaded)).toEqual(["displayName"]);
    expect(edit(draft, loaded, "displayName", "Hiring Loop")).toBeNull();
  });

  it("asks for nothing but what was written, without the space around it", () => {
    const draft = edit(null, loaded, "displayName", " Hiring ");
    const changes = changesOf(draft!, loaded);
    expect(changes.displayName).toBe("Hiring");
    expect(Object.values(changes).filter((value) => value !== null)).toHaveLength(1);
  });

  it("is none when the label is chosen that the group has", () => {
    const label = { id: "2", displayName: "Confidential" };
    const draft = edit(null, loaded, "label", label);
    expect(changesOf(draft!, loaded).label).toEqual(label);
    expect(edit(draft, loaded, "label", { ...loaded.label! })).toBeNull();
  });

  it("keeps switches that are switched off", () => {
    const draft = edit(null, loaded, "autoSubscribeNewMembers", false);
    expect(changesOf(draft!, loaded).autoSubscribeNewMembers).toBe(false);
  });
});

describe("What changed elsewhere meanwhile", () => {
  const draft = edit(null, loaded, "description", "Mine")!;
  const now: Values = { ...loaded, description: "Theirs", theme: "Red" };

  it("is told with all values, also of what was left alone here", () => {
    expect(meanwhile(draft, now)).toEqual([
      { property: "description", before: "", now: "Theirs", mine: "Mine" },
      { property: "theme", before: "Teal", now: "Red" },
    ]);
  });

  it("is settled one by one", () => {
    const mine = settle(draft, now, "description", "mine")!;
    expect(meanwhile(mine, now).map(({ property }) => property)).toEqual(["theme"]);
    expect(changesOf(mine, now).description).toBe("Mine");
    expect(settle(draft, now, "description", "theirs")).toBeNull();
  });

  it("is nothing when somebody else wrote the same", () => {
    expect(meanwhile(draft, { ...loaded, description: "Mine" })).toEqual([]);
    expect(edited(draft, { ...loaded, description: "Mine" })).toEqual([]);
  });
});
