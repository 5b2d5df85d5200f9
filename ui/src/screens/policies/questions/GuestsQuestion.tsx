/** Why can I not add a guest? */
import { useTranslation } from "react-i18next";

import { links } from "@/lib/links";
import { groupSettingsOf, isTrue, usePolicies, valueOf } from "../context";
import { Answer } from "./Answer";

export function GuestsQuestion() {
  const { t } = useTranslation();
  const { settings } = usePolicies();
  const allowed = isTrue(valueOf(groupSettingsOf(settings), "AllowToAddGuests"));
  return (
    <Answer
      question={t("policies.question.guests")}
      answer={t(
        settings.state === "unknown"
          ? "policies.question.unknown"
          : `policies.guests.title.${allowed}`,
      )}
      text={t(`policies.question.guestsText.${allowed}`)}
      more={[{ to: links.policy("guests"), words: t("policies.question.toGuests") }]}
    />
  );
}
