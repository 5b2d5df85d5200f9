/** A word about somebody or something, on a soft ground. Its colour never speaks alone. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

import { tenure } from "@/theme/colors";

const useStyles = makeStyles({
  mark: {
    display: "block",
    flex: "0 1 auto",
    minWidth: 0,
    maxWidth: "100%",
    overflowX: "clip",
    textOverflow: "ellipsis",
    padding: "1px 8px",
    borderRadius: tokens.borderRadiusCircular,
    fontSize: tokens.fontSizeBase200,
    lineHeight: "1.25rem",
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: "nowrap",
    outline: "1px solid transparent",
    "& svg": { marginRight: "4px", verticalAlign: "-2px", fontSize: "14px" },
  },
  neutral: {
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  brand: { color: tokens.colorBrandForeground1, backgroundColor: tenure.tenureSelected },
  green: { color: tenure.tenureGreen, backgroundColor: tenure.tenureGreenSoft },
  amber: { color: tenure.tenureAmber, backgroundColor: tenure.tenureAmberSoft },
  red: { color: tenure.tenureRed, backgroundColor: tenure.tenureRedSoft },
});

export type Tone = "neutral" | "brand" | "green" | "amber" | "red";

type Props = { tone?: Tone; title?: string; children: ReactNode };

export function Mark({ tone = "neutral", title, children }: Props) {
  const styles = useStyles();
  return (
    <span title={title} className={mergeClasses(styles.mark, styles[tone])}>
      {children}
    </span>
  );
}
