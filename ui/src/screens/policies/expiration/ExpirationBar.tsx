/** What was begun of the policy and of its selection, and why it cannot be saved yet. */
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";

import type { WhatIf } from "@/ipc/bindings";
import { formatNumber } from "@/lib/dates";
import { figureWords } from "../saving/Reach";
import { SaveBar } from "../saving/SaveBar";
import { nameWords } from "../saving/values";
import { SELECTED_MOST } from "./draft";
import type { Expiration } from "./useExpiration";

interface Props {
  expiration: Expiration;
  whatIf: WhatIf | undefined;
}

export function ExpirationBar({ expiration, whatIf }: Props) {
  const { t } = useTranslation();
  const { selecting, changed } = expiration;
  const names = [
    ...changed.map((name) => nameWords(t, name)),
    ...countWords(t, "select", selecting.select.length),
    ...countWords(t, "unselect", selecting.unselect.length),
  ];
  const note = whatIf ? (figureWords(t, whatIf.figures)[0] ?? null) : null;
  return (
    <SaveBar
      names={names}
      note={note}
      blocked={blockedWords(t, expiration, whatIf)}
      onDiscard={expiration.discard}
      onSave={expiration.ask}
    />
  );
}

/** Why it cannot be saved yet. */
function blockedWords(
  t: TFunction,
  { differences, valid }: Expiration,
  whatIf: WhatIf | undefined,
): string | null {
  if (differences.length > 0) return t("policies.meanwhile.first");
  if (!valid) return t("policies.problem.first");
  const isFull = (whatIf?.selectedThen ?? 0) > SELECTED_MOST;
  return isFull ? t("policies.selection.full", { most: formatNumber(SELECTED_MOST) }) : null;
}

const countWords = (t: TFunction, what: "select" | "unselect", count: number): string[] =>
  count > 0 ? [t(`policies.selection.${what}`, { count, shown: formatNumber(count) })] : [];
