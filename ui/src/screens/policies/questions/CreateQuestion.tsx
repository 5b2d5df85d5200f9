/** Who may create a group, and whether I may. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { barrierWords } from "@/components/barrierWords";
import { creationRulesQuery } from "@/ipc/queries";
import { links } from "@/lib/links";
import { creationWords } from "../answer";
import { groupSettingsOf, usePolicies } from "../context";
import { Answer } from "./Answer";

export function CreateQuestion() {
  const { t } = useTranslation();
  const { settings } = usePolicies();
  const { data: rules } = useQuery(creationRulesQuery());
  const known = settings.state === "known";
  const creators = known ? (settings.creators?.displayName ?? null) : null;
  return (
    <Answer
      question={t("policies.question.create")}
      answer={
        known
          ? creationWords(t, groupSettingsOf(settings), creators)
          : t("policies.question.unknown")
      }
      text={
        rules && (rules.barrier ? barrierWords(t, rules.barrier) : t("policies.question.youMay"))
      }
      more={[
        ...(rules && !rules.barrier
          ? [{ to: links.newGroup, words: t("policies.question.toNew") }]
          : []),
        { to: links.policy("creation"), words: t("policies.question.toCreation") },
      ]}
    />
  );
}
