/** Why a change that was asked for in a form or dialog was not done; codes for the help desk fold away. */
import { makeStyles, tokens } from "@fluentui/react-components";

import { ErrorDetails } from "@/components/ErrorDetails";
import type { ChangeFailure } from "@/components/jobs/outcome";
import { tenure } from "@/theme/colors";

const useStyles = makeStyles({
  note: {
    padding: "10px 12px",
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderLeft: `3px solid ${tenure.tenureRedBar}`,
    borderRadius: "6px",
    overflowWrap: "anywhere",
  },
  title: { fontWeight: tokens.fontWeightSemibold },
  text: { color: tokens.colorNeutralForeground2 },
});

export function FailureNote({ failure }: { failure: ChangeFailure }) {
  const styles = useStyles();
  return (
    <div role="alert" className={styles.note}>
      <div className={styles.title}>{failure.title}</div>
      <div className={styles.text}>{failure.text}</div>
      {failure.error && <ErrorDetails error={failure.error} />}
    </div>
  );
}
