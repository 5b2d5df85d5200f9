/** One subject of the Settings screen. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useId, type ReactNode } from "react";

import { Card } from "@/components/Card";

const useStyles = makeStyles({
  card: { display: "grid", gap: "12px", padding: "16px 20px 20px", minWidth: 0 },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { color: tokens.colorNeutralForeground2, marginTop: "2px" },
});

type Props = { title: string; text?: string; children: ReactNode };

export function Section({ title, text, children }: Props) {
  const styles = useStyles();
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <Card className={styles.card}>
        <div>
          <h2 id={heading} className={styles.heading}>
            {title}
          </h2>
          {text && <div className={styles.text}>{text}</div>}
        </div>
        {children}
      </Card>
    </section>
  );
}
