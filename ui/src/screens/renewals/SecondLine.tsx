/** Below a group's name: its owners first, since they decide whether it lives. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";

import type { Decided, GroupSummary } from "@/ipc/bindings";
import { formatNumber } from "@/lib/dates";
import { activeOwners } from "@/lib/people";
import { tenure } from "@/theme/colors";
import type { DeskGroup } from "./gone";
import { reopenedWords } from "./words";

const useStyles = makeStyles({
  line: {
    overflowX: "clip",
    minWidth: 0,
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    fontSize: "0.75rem",
    lineHeight: "0.9375rem",
    color: tokens.colorNeutralForeground3,
  },
  reopened: { color: tenure.tenureAmber },
});

interface Props {
  group: DeskGroup;
  unreadable: boolean;
  decided: Decided | undefined;
}

/** Why it is here again is said first, and instead of all else. */
export function SecondLine({ group, unreadable, decided }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const reopened = decided && reopenedWords(t, decided);
  if (reopened) {
    return (
      <div className={mergeClasses(styles.line, styles.reopened)} title={reopened}>
        {reopened}
      </div>
    );
  }
  const parts = group.gone ? [t("renewals.row.deleted")] : [...people(t, group, unreadable)];
  if (group.team) parts.push(t("renewals.row.team"));
  if (group.dynamic) parts.push(t("renewals.row.dynamic"));
  return <div className={styles.line}>{parts.join(" · ") || group.mailNickname}</div>;
}

function people(t: TFunction, { people }: GroupSummary, unreadable: boolean): string[] {
  if (!people || unreadable) return [];
  const all = people.owners.length;
  const active = activeOwners(people).length;
  const owners =
    active === 0
      ? t("renewals.row.noOwner")
      : active === 1 && all > 1
        ? t("renewals.row.oneOfOwners")
        : t("renewals.row.owners", { count: active });
  if (people.memberCount === null) return [owners];
  const { memberCount: count } = people;
  return [owners, t("renewals.row.members", { count, total: formatNumber(count) })];
}
