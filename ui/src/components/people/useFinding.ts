/** Who is found for what was typed, and what is said about that. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import type { PersonFound } from "@/ipc/bindings";
import { peopleFindQuery } from "@/ipc/queries";
import { useSettled } from "@/lib/useSettled";
import { commandErrorOf, errorWords } from "../errorWords";

/** Typing goes on without a question for each letter. */
const PAUSE_MS = 150;
const NOBODY: readonly PersonFound[] = [];

export interface Finding {
  people: readonly PersonFound[];
  /** How many there are, or why there is nobody; empty while nothing is typed. */
  words: string;
}

export function useFinding(typed: string, groupId: string | null): Finding {
  const { t } = useTranslation();
  const text = typed.trim();
  const asked = useSettled(text, PAUSE_MS);
  const { data, error, isFetching } = useQuery(peopleFindQuery(asked, groupId));
  const people = text === "" ? NOBODY : (data?.people ?? NOBODY);
  const say = (): string => {
    if (text === "") return "";
    if (error)
      return `${t("people.picker.failed")}. ${errorWords(t, commandErrorOf(error)).title}.`;
    if (asked !== text || isFetching || !data) return t("people.picker.searching");
    const { askedService } = data;
    if (people.length === 0) {
      return t(`people.picker.${askedService ? "nobody" : "nobodyOffline"}`, { text });
    }
    return askedService
      ? t("people.picker.count", { count: people.length })
      : t("people.picker.onlySeen");
  };
  return { people, words: say() };
}
