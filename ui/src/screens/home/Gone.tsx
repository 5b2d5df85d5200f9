/** Deleted groups that can still be brought back. */
import { DeleteRegular } from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";

import type { DeletedGroup } from "@/ipc/bindings";
import { deletedQuery } from "@/ipc/queries";
import { daysUntil } from "@/lib/dates";
import { URGENT_DAYS } from "@/lib/expiry";
import { links } from "@/lib/links";
import { MatterLine } from "./MatterLine";

interface GoneGroups {
  /** The person's own, soonest gone first. */
  groups: readonly [DeletedGroup, ...DeletedGroup[]];
  now: string;
}

/** `null` when there is none, or it is not known. */
export function useGone(): GoneGroups | null {
  const { data } = useQuery(deletedQuery());
  const [first, ...rest] = data?.groups.filter(({ owned }) => owned) ?? [];
  return data && first ? { groups: [first, ...rest], now: data.now } : null;
}

export function Gone({ groups, now, first }: GoneGroups & { first: boolean }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [{ displayName: name, restorableUntil }] = groups;
  const count = daysUntil(now, restorableUntil);
  return (
    <MatterLine
      icon={<DeleteRegular />}
      tone={count <= URGENT_DAYS ? "red" : "brand"}
      title={t("home.gone.title", { count: groups.length })}
      text={count <= 0 ? t("home.gone.today", { name }) : t("home.gone.text", { name, count })}
      verb={t("home.do.show")}
      first={first}
      onStep={() => void navigate(links.deleted)}
    />
  );
}
