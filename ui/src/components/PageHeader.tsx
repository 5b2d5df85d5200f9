/** The head of a screen: its answer as the title, what it rests on below, actions and search at the right. */
import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

import { SearchButton } from "./SearchButton";

const useStyles = makeStyles({
  header: {
    display: "flex",
    alignItems: "flex-end",
    justifyContent: "space-between",
    flexWrap: "wrap",
    gap: "12px 24px",
    marginBottom: "24px",
  },
  words: { minWidth: "0", flex: "1 1 20rem" },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    letterSpacing: "-0.01em",
    outlineStyle: "none",
  },
  subtitle: { color: tokens.colorNeutralForeground2 },
  actions: { display: "flex", alignItems: "center", flexWrap: "wrap", gap: "8px" },
});

export interface PageHeaderProps {
  title: ReactNode;
  subtitle?: ReactNode;
  /** Buttons left of the search. */
  actions?: ReactNode;
}

export function PageHeader({ title, subtitle, actions }: PageHeaderProps) {
  const styles = useStyles();
  return (
    <header className={styles.header}>
      <div className={styles.words}>
        <h1 className={styles.title} tabIndex={-1}>
          {title}
        </h1>
        {subtitle && <div className={styles.subtitle}>{subtitle}</div>}
      </div>
      <div className={styles.actions}>
        {actions}
        <SearchButton />
      </div>
    </header>
  );
}
