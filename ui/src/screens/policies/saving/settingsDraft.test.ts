import { describe, expect, it } from "vitest";

import type { SettingsObject } from "@/ipc/bindings";
import { meanwhile, requestOf, settled, valuesOf, withEdit } from "./settingsDraft";

const value = (name: string, text: string, valueType: string | null = "System.String") => ({
  name,
  value: text,
  valueType,
  defaultValue: "",
  description: null,
  set: true,
});

const object = (creation: string, url = ""): SettingsObject => ({
  id: "1",
  templateId: "t",
  displayName: "Group.Unified",
  description: "",
  values: [
    value("EnableGroupCreation", creation, "System.Boolean"),
    value("UsageGuidelinesUrl", url),
    value("OfANewerTemplate", "Sometimes", null),
  ],
});

describe("settings that are being changed", () => {
  it("go out as a whole set, what is not known of untouched", () => {
    const draft = withEdit(null, object("true"), "EnableGroupCreation", "false");
    expect(requestOf(object("true"), valuesOf(draft!))).toMatchObject({
      before: [
        { name: "EnableGroupCreation", value: "true" },
        { name: "UsageGuidelinesUrl", value: "" },
        { name: "OfANewerTemplate", value: "Sometimes" },
      ],
      after: [
        { name: "EnableGroupCreation", value: "false" },
        { name: "UsageGuidelinesUrl", value: "" },
        { name: "OfANewerTemplate", value: "Sometimes" },
      ],
    });
  });

  it("are none any more once they are as they were, in either case", () => {
    const draft = withEdit(null, object("True"), "EnableGroupCreation", "false");
    expect(withEdit(draft, object("True"), "EnableGroupCreation", "true")).toBeNull();
  });

  it("show both sides where somebody else changed the same, and nothing else", () => {
    const draft = withEdit(null, object("true", "https://a"), "UsageGuidelinesUrl", "https://mine");
    expect(meanwhile(draft, object("false", "https://a"))).toEqual([]);
    expect(meanwhile(draft, object("true", "https://theirs"))).toEqual([
      {
        name: "UsageGuidelinesUrl",
        before: "https://a",
        now: "https://theirs",
        mine: "https://mine",
      },
    ]);
    expect(meanwhile(draft, object("true", "https://mine"))).toEqual([]);
  });

  it("go on from what the other wrote, with the side that was chosen", () => {
    const now = object("true", "https://theirs");
    const draft = withEdit(null, object("true", "https://a"), "UsageGuidelinesUrl", "https://mine");
    expect(settled(draft!, now, new Set(["UsageGuidelinesUrl"]))).toBeNull();
    const mine = settled(draft!, now, new Set());
    expect(meanwhile(mine, now)).toEqual([]);
    expect(valuesOf(mine!)).toEqual({ UsageGuidelinesUrl: "https://mine" });
  });
});
