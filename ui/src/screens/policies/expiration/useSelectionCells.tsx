/** The cells of one group that can be ticked into the selection. */
import { Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { WhatIfRow } from "@/ipc/bindings";
import { formatDate } from "@/lib/dates";
import { tenure } from "@/theme/colors";
import type { Selecting } from "./draft";
import { isSelected } from "./selection";

const useStyles = makeStyles({
  name: { overflowX: "clip", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  when: {
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  bone: {
    height: "10px",
    width: "60%",
    borderRadius: "4px",
    backgroundColor: tenure.tenureSkeleton,
  },
});

export function useSelectionCells(
  selecting: Selecting,
  locked: boolean,
  onToggle: (row: WhatIfRow) => void,
): (row: WhatIfRow | undefined) => ReactNode[] {
  const styles = useStyles();
  const { t } = useTranslation();
  return (row) => {
    if (!row) return [null, <div className={styles.bone} />, null];
    return [
      <Checkbox
        tabIndex={-1}
        disabled={locked}
        checked={isSelected(selecting, row)}
        aria-label={t("policies.selection.tick", { name: row.groupName })}
        onChange={() => onToggle(row)}
      />,
      <div className={styles.name} dir="auto">
        {row.groupName}
      </div>,
      <span className={styles.when}>
        {row.expiresThen ? formatDate(row.expiresThen) : t("policies.rows.never")}
      </span>,
    ];
  };
}
