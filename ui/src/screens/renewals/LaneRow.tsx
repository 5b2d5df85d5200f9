/** The heading of a lane, a month and the like, with its count. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import type { TFunction } from "i18next";

import { formatDate, formatNumber } from "@/lib/dates";
import type { Heading, Line } from "./lanes";

const useStyles = makeStyles({
  row: {
    position: "absolute",
    left: 0,
    right: 0,
    display: "flex",
    alignItems: "flex-end",
    paddingLeft: "20px",
    paddingBottom: "5px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  count: {
    marginLeft: "8px",
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: "tabular-nums",
  },
});

type Props = { line: Extract<Line, { kind: "head" }>; index: number; top: number; height: number };

export function LaneRow({ line, index, top, height }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <div role="row" aria-rowindex={index + 2} className={styles.row} style={{ top, height }}>
      <span role="rowheader" aria-colspan={2}>
        {headingWords(t, line.heading)}
        <span className={styles.count}>{formatNumber(line.count)}</span>
      </span>
    </div>
  );
}

function headingWords(t: TFunction, heading: Heading): string {
  switch (heading.by) {
    case "lane":
      return t(`renewals.lane.${heading.lane}`);
    case "month":
      return heading.month === null
        ? t("renewals.lane.never")
        : formatDate(heading.month, "monthLong");
    case "owners":
      return heading.owners === null
        ? t("renewals.grouping.unread")
        : t(`renewals.grouping.owners${heading.owners}`);
    case "favorites":
      return t(heading.favorite ? "renewals.grouping.starred" : "renewals.grouping.others");
  }
}
