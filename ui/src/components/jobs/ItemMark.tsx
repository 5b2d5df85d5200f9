/** How an item stands: a mark and a word, so that neither colour nor shape speaks alone. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import {
  ArrowSyncRegular,
  ArrowUndoRegular,
  ClockRegular,
  DismissCircleRegular,
  EqualCircleRegular,
  SendRegular,
  SubtractCircleRegular,
  WarningRegular,
} from "@fluentui/react-icons";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import type { ActivityItem, ItemState } from "@/ipc/bindings";
import { tenure } from "@/theme/colors";

const useStyles = makeStyles({
  root: {
    display: "inline-flex",
    alignItems: "center",
    gap: "6px",
    minWidth: 0,
    whiteSpace: "nowrap",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    "& svg": { flex: "none", fontSize: "16px" },
  },
  red: { color: tenure.tenureRed },
  amber: { color: tenure.tenureAmber },
});

const marks: Record<ItemState | "undone", ReactElement> = {
  planned: <ClockRegular />,
  sent: <ArrowSyncRegular />,
  // Accepted is not yet confirmed: no tick.
  done: <SendRegular />,
  already: <EqualCircleRegular />,
  failed: <DismissCircleRegular />,
  unknown: <WarningRegular />,
  skipped: <SubtractCircleRegular />,
  undone: <ArrowUndoRegular />,
};

export function ItemMark({ item }: { item: ActivityItem }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { state, undone } = item;
  const tone = state === "failed" ? styles.red : state === "unknown" ? styles.amber : undefined;
  return (
    <span
      className={mergeClasses(styles.root, tone)}
      title={undone ? t("jobs.undoneHint") : t(`jobs.stateHint.${state}`)}
    >
      {marks[undone ? "undone" : state]}
      {undone ? t("jobs.undone") : t(`jobs.state.${state}`)}
    </span>
  );
}
