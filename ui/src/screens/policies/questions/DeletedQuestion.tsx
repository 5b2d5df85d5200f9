/** Why was my group deleted? The life of a group under the tenant's lifetime. */
import { useTranslation } from "react-i18next";

import { formatNumber } from "@/lib/dates";
import { links } from "@/lib/links";
import { usePolicies } from "../context";
import { Life } from "../expiration/Life";
import { Answer } from "./Answer";

export function DeletedQuestion() {
  const { t } = useTranslation();
  const { expiration } = usePolicies();
  const policy = expiration.state === "active" ? expiration.policy : null;
  const lives = policy !== null && policy.managed !== "none";
  return (
    <Answer
      question={t("policies.question.deleted")}
      answer={
        expiration.state === "unknown"
          ? t("policies.question.unknown")
          : lives
            ? t("policies.question.deletedAnswer", {
                count: policy.lifetimeDays,
                shown: formatNumber(policy.lifetimeDays),
              })
            : t("policies.question.deletedNever")
      }
      text={t(lives ? "policies.question.deletedText" : "policies.question.deletedByHand")}
      more={[
        { to: links.deleted, words: t("policies.question.toDeleted") },
        { to: links.renewals, words: t("policies.question.toRenewals") },
        { to: links.policy("expiration"), words: t("policies.question.toExpiration") },
      ]}
    >
      {lives && <Life days={policy.lifetimeDays} />}
    </Answer>
  );
}
