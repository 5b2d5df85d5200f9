/** A question as people ask it, the answer below, and where to go on. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useId, type ReactNode } from "react";
import { Link } from "react-router";

import { Card } from "@/components/Card";

const useStyles = makeStyles({
  card: {
    display: "grid",
    gap: "12px",
    alignContent: "start",
    padding: "16px 20px 18px",
    minWidth: 0,
  },
  question: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
  },
  answer: {
    margin: "2px 0 0",
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
  },
  text: { margin: 0, maxWidth: "72ch", color: tokens.colorNeutralForeground2 },
  more: { display: "flex", flexWrap: "wrap", gap: "4px 20px" },
  link: { color: tokens.colorBrandForegroundLink },
});

interface Props {
  question: string;
  answer: ReactNode;
  text?: ReactNode;
  more: readonly { to: string; words: string }[];
  children?: ReactNode;
}

export function Answer({ question, answer, text, more, children }: Props) {
  const styles = useStyles();
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <Card className={styles.card}>
        <div>
          <h2 id={heading} className={styles.question}>
            {question}
          </h2>
          <p className={styles.answer}>{answer}</p>
        </div>
        {text && <p className={styles.text}>{text}</p>}
        {children}
        <div className={styles.more}>
          {more.map(({ to, words }) => (
            <Link key={to} to={to} className={styles.link}>
              {words}
            </Link>
          ))}
        </div>
      </Card>
    </section>
  );
}
