/** Of what repeats: this one, or the whole series. */
import { makeStyles, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { ConfirmDialog } from "@/components/ConfirmDialog";
import type { Scope } from "./useMoves";

const useStyles = makeStyles({
  hint: { margin: "4px 0 0", color: tokens.colorNeutralForeground3 },
});

interface ChoiceProps {
  label: string;
  scope: Scope;
  onScope: (scope: Scope) => void;
  /** Why the series is not to be had. */
  onlyOne?: string;
}

export function ScopeChoice({ label, scope, onScope, onlyOne }: ChoiceProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <>
      <RadioGroup
        aria-label={label}
        value={scope}
        onChange={(_, { value }) => onScope(value as Scope)}
      >
        <Radio value="one" label={t("calendar.scope.one")} />
        <Radio value="series" label={t("calendar.scope.series")} disabled={onlyOne !== undefined} />
      </RadioGroup>
      {onlyOne && <p className={styles.hint}>{onlyOne}</p>}
    </>
  );
}

interface DialogProps {
  title: string;
  confirm: string;
  onlyOne?: string;
  onAnswer: (scope: Scope | null) => void;
}

export function ScopeDialog({ title, confirm, onlyOne, onAnswer }: DialogProps) {
  const [scope, setScope] = useState<Scope>("one");
  return (
    <ConfirmDialog
      open
      title={title}
      confirm={confirm}
      onConfirm={() => onAnswer(scope)}
      onCancel={() => onAnswer(null)}
    >
      <ScopeChoice label={title} scope={scope} onScope={setScope} onlyOne={onlyOne} />
    </ConfirmDialog>
  );
}
