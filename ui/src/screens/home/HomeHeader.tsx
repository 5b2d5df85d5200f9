/** The head of Home: how many groups need a decision, of how many, as of when. */
import { useTranslation } from "react-i18next";

import { AsOf } from "@/components/AsOf";
import { PageHeader } from "@/components/PageHeader";
import type { GroupList } from "@/ipc/bindings";
import { useSession } from "@/ipc/session";
import { formatNumber } from "@/lib/dates";
import { needsDecision } from "@/lib/expiry";

export function HomeHeader({ list }: { list: GroupList }) {
  const { t } = useTranslation();
  const name = useSession()?.account.displayName ?? "";
  const count = list.groups.filter((group) => needsDecision(group, list.now)).length;
  const owned = list.groups.filter((group) => group.owned).length;
  return (
    <PageHeader
      title={count === 0 ? t("home.calm") : t("home.need", { count })}
      subtitle={
        <>
          {t(`home.greeting.${partOfDay(list.now)}`, { name })}{" "}
          {t("home.owned", { count: owned, total: formatNumber(owned) })} · <AsOf />
        </>
      }
    />
  );
}

function partOfDay(now: string): "morning" | "afternoon" | "evening" {
  const hour = new Date(now).getHours();
  if (hour < 12) return "morning";
  return hour < 18 ? "afternoon" : "evening";
}
