import { expect, it } from "vitest";

import { withWords, wordsIn } from "./blocked";

it("takes words as people paste them, each once", () => {
  expect(wordsIn('Payroll, "CEO office";\r\nlegal\tpayroll\n\n')).toEqual([
    "Payroll",
    "CEO office",
    "legal",
  ]);
});

it("says how many words are new and how many were there", () => {
  expect(withWords(["payroll"], ["Payroll", "legal"])).toEqual({
    words: ["payroll", "legal"],
    added: 1,
    known: 1,
  });
});
