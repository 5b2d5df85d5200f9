/** What the owners of a group mean for its renewal, in a sentence. */
import { useTranslation } from "react-i18next";

import type { GroupSummary } from "@/ipc/bindings";
import { activeOwners } from "@/lib/people";

export function useHealth({ people }: GroupSummary, unreadable: boolean): string {
  const { t } = useTranslation();
  if (unreadable) return t("renewals.evidence.unreadable");
  if (people === null) return t("renewals.evidence.unread");
  const active = activeOwners(people).length;
  const disabled = people.owners.length - active;
  if (active === 0) return t("renewals.evidence.noOwner");
  if (active > 1) return t("renewals.evidence.healthy", { count: active });
  return disabled === 0
    ? t("renewals.evidence.oneOwner")
    : t("renewals.evidence.oneEnabled", { count: disabled });
}
