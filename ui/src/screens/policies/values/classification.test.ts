import { expect, it } from "vitest";

import { classificationsOf, descriptionsText, listText, problemOf } from "./classification";

const LIST = "General,Internal";
const MEANS = "General:for everybody,Internal:see: intranet";

it("keeps names and meanings as the setting writes them", () => {
  const all = classificationsOf(LIST, MEANS);
  expect(all[1]).toEqual({ name: "Internal", description: "see: intranet" });
  expect(listText(all)).toBe(LIST);
  expect(descriptionsText(all)).toBe(MEANS);
});

it("refuses names twice, and meanings that are too long together", () => {
  expect(problemOf(classificationsOf("A,a", ""))).toBe("twice");
  expect(problemOf(classificationsOf("A", `A:${"x".repeat(300)}`))).toBe("tooLong");
});
