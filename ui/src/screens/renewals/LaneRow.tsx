/** The heading of a lane, with its count. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { formatNumber } from "@/lib/dates";
import type { Line } from "./lanes";

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

type Props = { line: Extract<Line, { kind: "lane" }>; index: number; top: number; height: number };

export function LaneRow({ line, index, top, height }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <div role="row" aria-rowindex={index + 2} className={styles.row} style={{ top, height }}>
      <span role="rowheader" aria-colspan={2}>
        {t(`renewals.lane.${line.lane}`)}
        <span className={styles.count}>{formatNumber(line.count)}</span>
      </span>
    </div>
  );
}
