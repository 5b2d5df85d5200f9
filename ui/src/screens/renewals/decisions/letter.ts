/** The letter to a group's other owners, drafted from what is known; the person changes it as they like. */
import type { TFunction } from "i18next";

import { expiryWords } from "@/components/ExpiryBadge";
import type { Evidence } from "@/ipc/bindings";
import { formatDate } from "@/lib/dates";
import { daysLeft, urgencyOf } from "@/lib/expiry";
import { factLines } from "../evidence/facts";
import { summaryOf } from "../evidence/summary";
import type { DeskGroup } from "../gone";

export interface Letter {
  subject: string;
  body: string;
}

export function draftOf(
  t: TFunction,
  group: DeskGroup,
  evidence: Evidence | undefined,
  now: string,
): Letter {
  const name = group.displayName;
  const date = formatDate(group.expires ?? now);
  const words = expiryWords(t, daysLeft(group, now) ?? 0, urgencyOf(group, now));
  const paragraphs = [
    t("decisions.letter.hello"),
    t("decisions.letter.expires", { name, date, words }),
    evidence && [t("decisions.letter.known"), ...knownLines(t, evidence, now)].join("\n"),
    t("decisions.letter.question"),
    t("decisions.letter.deleted"),
  ];
  return {
    subject: t("decisions.letter.subject", { name, date }),
    body: paragraphs.filter((paragraph) => paragraph !== undefined).join("\n\n"),
  };
}

/** Only what is known: what the writer may not see says nothing to the others. */
function knownLines(t: TFunction, evidence: Evidence, now: string): string[] {
  const facts = factLines(t, evidence, now)
    .filter(({ state }) => state === "known")
    .map(({ title, when, more }) => [title, when, more].filter(Boolean).join(", "));
  return [summaryOf(t, evidence, now), ...facts].map((line) => `- ${line}`);
}
