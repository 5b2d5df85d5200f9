/** One of the two ways in: a card with its heading. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useId, type ReactNode } from "react";

import { Card } from "@/components/Card";

const useStyles = makeStyles({
  card: {
    display: "flex",
    flexDirection: "column",
    gap: "10px",
    padding: "28px",
    minHeight: "408px",
    minWidth: 0,
  },
  heading: {
    margin: 0,
    fontSize: "1.125rem",
    lineHeight: "1.5rem",
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
});

export function WayIn({
  title,
  text,
  children,
}: {
  title: string;
  text: string;
  children: ReactNode;
}) {
  const styles = useStyles();
  const heading = useId();
  return (
    <Card role="group" aria-labelledby={heading} className={styles.card}>
      <h2 id={heading} className={styles.heading}>
        {title}
      </h2>
      <p className={styles.text}>{text}</p>
      {children}
    </Card>
  );
}
