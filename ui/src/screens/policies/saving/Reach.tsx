/** Whom a change reaches, the gravest first: "12 groups would be deleted within 60 days". */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";

import type { PolicyReach, WhatIfFigures } from "@/ipc/bindings";
import { formatDate, formatNumber } from "@/lib/dates";
import { tenure } from "@/theme/colors";

const useStyles = makeStyles({
  list: {
    display: "grid",
    gap: "6px",
    margin: 0,
    padding: "12px 16px",
    listStyleType: "none",
    borderRadius: "6px",
    backgroundColor: tokens.colorNeutralBackground2,
    borderLeft: `3px solid ${tokens.colorCompoundBrandStroke}`,
  },
  grave: { borderLeftColor: tenure.tenureRedBar, backgroundColor: tenure.tenureRedSoft },
  first: { fontWeight: tokens.fontWeightSemibold },
});

export function Reach({ reach }: { reach: PolicyReach }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const lines = reachWords(t, reach);
  const grave = reach.kind !== "naming" && reach.figures.deletedSoon > 0;
  return (
    <ul className={mergeClasses(styles.list, grave && styles.grave)}>
      {lines.map((line, index) => (
        <li key={line} className={index === 0 ? styles.first : undefined}>
          {line}
        </li>
      ))}
    </ul>
  );
}

function reachWords(t: TFunction, reach: PolicyReach): string[] {
  if (reach.kind === "naming") {
    return [
      t("policies.reach.misfits", {
        count: reach.misfits,
        shown: formatNumber(reach.misfits),
        now: formatNumber(reach.misfitsNow),
        groups: formatNumber(reach.groups),
      }),
      t("policies.reach.atRenaming"),
    ];
  }
  const selected =
    reach.kind === "selection"
      ? [
          t("policies.reach.selected", {
            shown: formatNumber(reach.selected),
            most: formatNumber(reach.most),
          }),
        ]
      : [];
  return [...figureWords(t, reach.figures), ...selected];
}

/** What a what-if comes to, in sentences; one that says so when nothing changes. */
export function figureWords(t: TFunction, figures: WhatIfFigures): string[] {
  const shown = (count: number) => ({ count, shown: formatNumber(count) });
  const { deletedSoon, firstDeletion, firstTime, noLonger, sooner, later, mailedSoon, older } =
    figures;
  const lines = [
    firstTime > 0 && t("policies.reach.firstTime", shown(firstTime)),
    deletedSoon > 0 &&
      t("policies.reach.deletedSoon", {
        ...shown(deletedSoon),
        first: firstDeletion ? formatDate(firstDeletion) : "",
      }),
    noLonger > 0 && t("policies.reach.noLonger", shown(noLonger)),
    sooner > 0 && t("policies.reach.sooner", shown(sooner)),
    later > 0 && t("policies.reach.later", shown(later)),
    mailedSoon > 0 && t("policies.reach.mailedSoon", shown(mailedSoon)),
    older > 0 && t("policies.reach.older", shown(older)),
  ].filter((line) => line !== false);
  return lines.length > 0 ? lines : [t("policies.reach.nothing")];
}
