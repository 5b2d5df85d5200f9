/** Nothing here: why, whether that is good, and what can be done. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { CheckmarkRegular } from "@fluentui/react-icons";
import type { ReactElement, ReactNode } from "react";

import { tenure } from "@/theme/colors";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    gap: "4px",
    padding: "32px 24px",
    textAlign: "center",
  },
  icon: {
    display: "grid",
    marginBottom: "8px",
    fontSize: "28px",
    color: tokens.colorNeutralForeground3,
  },
  good: { color: tenure.tenureGreen },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { color: tokens.colorNeutralForeground3, maxWidth: "52ch" },
  actions: { display: "flex", gap: "8px", marginTop: "12px" },
});

export interface EmptyStateProps {
  title: string;
  text?: ReactNode;
  /** Another icon than the tick that stands for "nothing here, and that is good". */
  icon?: ReactElement;
  actions?: ReactNode;
}

export function EmptyState({ title, text, icon, actions }: EmptyStateProps) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <span aria-hidden className={`${styles.icon} ${icon ? "" : styles.good}`}>
        {icon ?? <CheckmarkRegular />}
      </span>
      <h2 className={styles.title}>{title}</h2>
      {text && <div className={styles.text}>{text}</div>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
