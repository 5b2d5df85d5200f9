/** Whether one practises as an administrator too: only they change policies. */
import { Field, Switch } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { usePracticeChange } from "./usePracticeChange";

export function RoleChoice({ administrator }: { administrator: boolean }) {
  const { t } = useTranslation();
  const change = usePracticeChange("practice_role");
  const shown = change.isPending ? change.variables.administrator : administrator;
  return (
    <Field hint={t("practice.roleHint")}>
      <Switch
        checked={shown}
        label={t("practice.role")}
        onChange={(_, data) => change.mutate({ administrator: data.checked })}
      />
    </Field>
  );
}
