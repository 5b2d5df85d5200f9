/** The parts of a group on its way back, each with whether it is there and what it is. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkRegular, ClockRegular, QuestionCircleRegular } from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";

import { VisuallyHidden } from "@/components/VisuallyHidden";
import type { ReturningStage } from "@/ipc/bindings";
import { tenure } from "@/theme/colors";

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexWrap: "wrap",
    gap: "6px",
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
  stage: {
    display: "inline-flex",
    alignItems: "center",
    gap: "4px",
    padding: "2px 8px",
    borderRadius: tokens.borderRadiusCircular,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground3,
    outline: "1px solid transparent",
  },
  /** The service gives it out: that is its word. */
  back: { color: tenure.tenureGreen, backgroundColor: tenure.tenureGreenSoft },
});

export function Stages({ name, stages }: { name: string; stages: readonly ReturningStage[] }) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <ul aria-label={t("deleted.returning.stages", { name })} className={styles.list}>
      {stages.map(({ part, back }) => {
        const state = back === null ? "hidden" : back ? "back" : "pending";
        return (
          <li
            key={part}
            className={mergeClasses(styles.stage, back === true && styles.back)}
            title={`${t(`deleted.partHint.${part}`)}: ${t(`deleted.returning.${state}`)}`}
          >
            {marks[state]}
            {t(`deleted.part.${part}`)}
            <VisuallyHidden>
              : {t(`deleted.returning.${state}`)}. {t(`deleted.partHint.${part}`)}
            </VisuallyHidden>
          </li>
        );
      })}
    </ul>
  );
}

const marks = {
  back: <CheckmarkRegular aria-hidden />,
  pending: <ClockRegular aria-hidden />,
  hidden: <QuestionCircleRegular aria-hidden />,
};
