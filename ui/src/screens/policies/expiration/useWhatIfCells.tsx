/** The cells of one group in a what-if. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { ReactNode } from "react";

import type { ExpiryRule, WhatIfRow } from "@/ipc/bindings";
import { daysUntil, formatDate, formatNear } from "@/lib/dates";
import { links } from "@/lib/links";
import { tenure } from "@/theme/colors";

const useStyles = makeStyles({
  name: { overflowX: "clip", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  link: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: "none",
    ":hover": { textDecorationLine: "underline" },
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  small: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  moved: { fontWeight: tokens.fontWeightSemibold },
  gone: { color: tenure.tenureRed, fontWeight: tokens.fontWeightSemibold },
  bone: {
    height: "10px",
    width: "60%",
    borderRadius: "4px",
    backgroundColor: tenure.tenureSkeleton,
  },
});

/** So near the deletion of a group is urgent. In days. */
const SOON = 60;

/** Rules that are inferred, not documented. */
const INFERRED: readonly ExpiryRule[] = ["renewed", "older"];

export function useWhatIfCells(now: string): (row: WhatIfRow | undefined) => ReactNode[] {
  const styles = useStyles();
  const { t } = useTranslation();
  const never = <span className={styles.quiet}>{t("policies.rows.never")}</span>;
  const date = (instant: string | null, className?: string) =>
    instant ? <span className={className}>{formatDate(instant)}</span> : never;
  return (row) => {
    if (!row) return Array.from({ length: 6 }, () => <div className={styles.bone} />);
    const moved = row.change !== "same" && row.change !== "never";
    return [
      <div className={styles.name} dir="auto">
        <Link tabIndex={-1} to={links.group(row.groupId)} className={styles.link}>
          {row.groupName}
        </Link>
      </div>,
      date(row.expiresNow, mergeClasses(moved && styles.quiet)),
      date(row.expiresThen, mergeClasses(moved && styles.moved)),
      <div className={styles.small}>{ruleWords(t, row)}</div>,
      <div className={styles.small}>
        {row.mails.map((mail) => formatNear(mail, now)).join(", ") || "–"}
      </div>,
      row.deleted ? (
        <span className={daysUntil(now, row.deleted) <= SOON ? styles.gone : styles.quiet}>
          {formatDate(row.deleted)}
        </span>
      ) : (
        <span className={styles.quiet}>–</span>
      ),
    ];
  };
}

function ruleWords(t: TFunction, { rule }: WhatIfRow): string {
  const words = t(`policies.rule.${rule}`);
  return INFERRED.includes(rule) ? t("policies.rule.inferredMark", { words }) : words;
}
