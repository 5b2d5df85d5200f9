/** How the practice service behaves: for learning what the window says when the real one does so. */
import { Field, makeStyles, Radio, RadioGroup } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import type { Conditions } from "@/ipc/bindings";
import { usePracticeChange } from "./usePracticeChange";

const all: readonly Conditions[] = ["normal", "throttled", "slow", "unavailable"];

const useStyles = makeStyles({ choices: { flexWrap: "wrap" } });

export function ConditionsChoice({ conditions }: { conditions: Conditions }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const change = usePracticeChange("practice_conditions");
  const shown = change.isPending ? change.variables.conditions : conditions;
  return (
    <Field label={t("practice.conditionsHeading")} hint={t(`practice.conditionsHint.${shown}`)}>
      <RadioGroup
        layout="horizontal"
        className={styles.choices}
        value={shown}
        onChange={(_, data) => change.mutate({ conditions: data.value as Conditions })}
      >
        {all.map((each) => (
          <Radio key={each} value={each} label={t(`practice.conditions.${each}`)} />
        ))}
      </RadioGroup>
    </Field>
  );
}
