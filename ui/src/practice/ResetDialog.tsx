/** Starts the practice tenant anew, with as many groups and people as are wanted. */
import { Field, makeStyles, SpinButton } from "@fluentui/react-components";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { ConfirmDialog } from "@/components/ConfirmDialog";
import { useNotify } from "@/components/notify";
import type { PracticeStatus } from "@/ipc/bindings";
import { formatNumber } from "@/lib/dates";
import { usePracticeChange } from "./usePracticeChange";

const GROUPS = { min: 10, max: 10_000 };
const PEOPLE = { min: 20, max: 10_000 };

const useStyles = makeStyles({
  fields: { display: "flex", flexWrap: "wrap", gap: "16px", marginTop: "16px" },
});

export function ResetDialog({ status, onClose }: { status: PracticeStatus; onClose: () => void }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const notify = useNotify();
  const [groups, setGroups] = useState(status.groups);
  const [users, setUsers] = useState(status.users);
  const reset = usePracticeChange("practice_reset", (now) => {
    notify({
      intent: "info",
      title: t("practice.resetDone", { groups: formatNumber(now.groups) }),
    });
    onClose();
  });
  return (
    <ConfirmDialog
      open
      title={t("practice.resetTitle")}
      confirm={t("practice.reset")}
      busy={reset.isPending}
      disabled={!isWithin(groups, GROUPS) || !isWithin(users, PEOPLE)}
      onConfirm={() => reset.mutate({ groups, users })}
      onCancel={onClose}
    >
      {t("practice.resetText")}
      <div className={styles.fields}>
        <Size label={t("practice.groups")} limits={GROUPS} value={groups} onChange={setGroups} />
        <Size label={t("practice.people")} limits={PEOPLE} value={users} onChange={setUsers} />
      </div>
    </ConfirmDialog>
  );
}

type Limits = { min: number; max: number };

const isWithin = (value: number, { min, max }: Limits): boolean => value >= min && value <= max;

interface SizeProps {
  label: string;
  limits: Limits;
  value: number;
  onChange: (value: number) => void;
}

function Size({ label, limits, value, onChange }: SizeProps) {
  const { t } = useTranslation();
  const said = t("practice.between", {
    min: formatNumber(limits.min),
    max: formatNumber(limits.max),
  });
  const right = isWithin(value, limits);
  return (
    <Field
      label={label}
      hint={right ? said : undefined}
      validationMessage={right ? undefined : said}
    >
      <SpinButton
        value={value}
        step={10}
        onChange={(_, data) => onChange(data.value ?? Number(data.displayValue))}
      />
    </Field>
  );
}
