/** One row of the list: who and when, what about, and how it begins. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

import { tenure } from "@/theme/colors";

const cut = { overflowX: "clip", textOverflow: "ellipsis", whiteSpace: "nowrap" } as const;

const useStyles = makeStyles({
  row: {
    position: "absolute",
    left: 0,
    right: 0,
    top: 0,
    display: "flex",
    flexDirection: "column",
    justifyContent: "center",
    gap: "1px",
    padding: "0 14px 0 17px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    cursor: "pointer",
    ":hover": { backgroundColor: tenure.tenureHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  selected: {
    backgroundColor: tenure.tenureSelected,
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
    ":hover": { backgroundColor: tenure.tenureSelected },
    "@media (forced-colors: active)": { outline: "2px solid Highlight", outlineOffset: "-2px" },
  },
  line: { display: "flex", alignItems: "center", gap: "8px", minWidth: 0 },
  small: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  who: { ...cut, flex: 1, minWidth: 0 },
  topic: {
    ...cut,
    flex: 1,
    minWidth: 0,
    lineHeight: "1.25rem",
    fontWeight: tokens.fontWeightSemibold,
  },
  preview: { ...cut, flex: 1, minWidth: 0, color: tokens.colorNeutralForeground3 },
  end: { flex: "none", color: tokens.colorNeutralForeground3 },
});

export interface RowPlace {
  index: number;
  /** How many rows there are; -1 when that is not known. */
  count: number;
  top: number;
  height: number;
  /** Whether it is the one that Tab reaches. */
  active: boolean;
  selected: boolean;
  onOpen: () => void;
}

interface Props extends RowPlace {
  who: ReactNode;
  /** At the end of the first line. */
  when: ReactNode;
  topic: ReactNode;
  /** At the end of the second line. */
  mark?: ReactNode;
  preview: ReactNode;
}

export function ListRow(props: Props) {
  const styles = useStyles();
  const { index, count, top, height, active, selected, onOpen } = props;
  return (
    <div
      role="option"
      aria-selected={selected}
      aria-posinset={index + 1}
      aria-setsize={count}
      data-index={index}
      tabIndex={active ? 0 : -1}
      className={mergeClasses(styles.row, selected && styles.selected)}
      style={{ height, transform: `translateY(${top}px)` }}
      onClick={onOpen}
    >
      <div className={mergeClasses(styles.line, styles.small)}>
        <span className={styles.who}>{props.who}</span>
        <span className={styles.end}>{props.when}</span>
      </div>
      <div className={styles.line}>
        <span dir="auto" className={styles.topic}>
          {props.topic}
        </span>
        {props.mark}
      </div>
      <div className={mergeClasses(styles.line, styles.small)}>
        <span dir="auto" className={styles.preview}>
          {props.preview}
        </span>
      </div>
    </div>
  );
}
