/** Why there is no plan: nothing would be done, which is no error, or it was not worked out. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { commandErrorOf } from "@/components/errorWords";
import { ErrorPanel } from "@/components/ErrorPanel";

const useStyles = makeStyles({
  words: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

type Props = { error: unknown; onRetry: () => void };

export function PlanFailure({ error, onRetry }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { code, params } = commandErrorOf(error);
  if (code !== "nothingToDo") {
    return <ErrorPanel error={error} title={t("jobs.notPlanned")} onRetry={onRetry} />;
  }
  const why = params.reasons.map((reason) => t(`jobs.reason.${reason}`)).join(", ");
  return (
    <div role="status" className={styles.words}>
      {t("jobs.plan.nothing")}
      {why && `: ${why}`}.
    </div>
  );
}
