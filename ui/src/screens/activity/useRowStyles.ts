/** How the rows of the record stand: time, what was done, how it stands, and the way back. */
import { makeStyles, tokens } from "@fluentui/react-components";

import { tenure } from "@/theme/colors";

export const useRowStyles = makeStyles({
  row: {
    display: "flex",
    alignItems: "flex-start",
    gap: "12px",
    padding: "9px 16px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ":hover": { backgroundColor: tenure.tenureHover },
  },
  inRun: { paddingLeft: "44px", backgroundColor: tokens.colorNeutralBackground2 },
  time: {
    flex: "none",
    width: "4.5rem",
    whiteSpace: "nowrap",
    fontVariantNumeric: "tabular-nums",
    fontSize: tokens.fontSizeBase200,
    lineHeight: "1.25rem",
    color: tokens.colorNeutralForeground3,
  },
  words: { flex: 1, minWidth: 0 },
  plain: { fontWeight: tokens.fontWeightRegular },
  what: { overflowWrap: "anywhere", fontWeight: tokens.fontWeightSemibold },
  quiet: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  mark: { flex: "none", width: "11rem", paddingTop: "2px" },
  actions: {
    flex: "none",
    display: "flex",
    justifyContent: "flex-end",
    alignItems: "center",
    gap: "4px",
    minWidth: "9.5rem",
  },
  not: {
    textAlign: "right",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
});
