/** Names of people in a sentence, the first few of them. */
import type { TFunction } from "i18next";

import type { MailPerson } from "@/ipc/bindings";

const SHOWN = 3;

export function namesOf(t: TFunction, people: readonly MailPerson[]): string {
  const names = people.slice(0, SHOWN).map(({ name }) => name);
  const count = people.length - names.length;
  return count > 0
    ? t("conversations.read.andMore", { count, names: names.join(", ") })
    : names.join(", ");
}
