/** One subject of the Policies screen: its answer as the heading, why it is so below, then what can be done. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useId, type ReactNode } from "react";

import { Card } from "@/components/Card";

const useStyles = makeStyles({
  card: { display: "grid", gap: "16px", padding: "16px 20px 20px", minWidth: 0 },
  head: { display: "flex", alignItems: "flex-start", flexWrap: "wrap", gap: "8px 16px" },
  words: { flex: "1 1 16rem", minWidth: 0 },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
  },
  text: { margin: "2px 0 0", maxWidth: "72ch", color: tokens.colorNeutralForeground2 },
});

interface Props {
  title: ReactNode;
  text?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
}

export function Section({ title, text, actions, children }: Props) {
  const styles = useStyles();
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <Card className={styles.card}>
        <div className={styles.head}>
          <div className={styles.words}>
            <h2 id={heading} className={styles.heading}>
              {title}
            </h2>
            {text && <p className={styles.text}>{text}</p>}
          </div>
          {actions}
        </div>
        {children}
      </Card>
    </section>
  );
}
