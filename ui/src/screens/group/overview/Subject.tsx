/** One subject of the overview: a heading, something at its right, and a card below. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useId, type ReactNode } from "react";

import { Card } from "@/components/Card";

const useStyles = makeStyles({
  card: { padding: "14px 16px 16px", minWidth: 0 },
  /** Rows go to the edges. */
  flush: { paddingRight: 0, paddingBottom: 0, paddingLeft: 0 },
  head: { display: "flex", alignItems: "center", gap: "12px", marginBottom: "8px" },
  inset: { paddingRight: "16px", paddingLeft: "16px" },
  title: {
    flex: 1,
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
});

interface Props {
  title: string;
  end?: ReactNode;
  flush?: boolean;
  children: ReactNode;
}

export function Subject({ title, end, flush, children }: Props) {
  const styles = useStyles();
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <Card className={mergeClasses(styles.card, flush && styles.flush)}>
        <div className={mergeClasses(styles.head, flush && styles.inset)}>
          <h2 id={heading} className={styles.title}>
            {title}
          </h2>
          {end}
        </div>
        {children}
      </Card>
    </section>
  );
}
