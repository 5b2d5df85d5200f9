/** What was begun of the policy and of its selection, and why it cannot be saved yet. */
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";

import { formatNumber } from "@/lib/dates";
import { SaveBar } from "../saving/SaveBar";
import { nameWords } from "../saving/values";
import type { Expiration } from "./useExpiration";

export function ExpirationBar({ expiration }: { expiration: Expiration }) {
  const { t } = useTranslation();
  const { differences, valid, selecting, changed } = expiration;
  const names = [
    ...changed.map((name) => nameWords(t, name)),
    ...countWords(t, "select", selecting.select.length),
    ...countWords(t, "unselect", selecting.unselect.length),
  ];
  const blocked =
    differences.length > 0
      ? t("policies.meanwhile.first")
      : valid
        ? null
        : t("policies.problem.first");
  return (
    <SaveBar
      names={names}
      blocked={blocked}
      onDiscard={expiration.discard}
      onSave={expiration.ask}
    />
  );
}

const countWords = (t: TFunction, what: "select" | "unselect", count: number): string[] =>
  count > 0 ? [t(`policies.selection.${what}`, { count, shown: formatNumber(count) })] : [];
