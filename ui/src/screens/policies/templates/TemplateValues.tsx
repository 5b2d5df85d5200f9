/** The values of one template, to be read, changed as a whole set, or given back to the defaults. */
import { Button, makeStyles } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import type { SettingsObject } from "@/ipc/bindings";
import { useRight } from "../context";
import { BeforeAfter } from "../saving/BeforeAfter";
import { EditingFoot } from "../saving/EditingFoot";
import { Meanwhile } from "../saving/Meanwhile";
import { resetOf } from "../saving/settingsDraft";
import { useSaving } from "../saving/useSaving";
import { useSettingsDraft } from "../saving/useSettingsDraft";
import { problemOf, typeOf } from "../values/types";
import { ValueField } from "../values/ValueField";

const useStyles = makeStyles({
  root: { display: "grid", gap: "16px", maxWidth: "44rem" },
});

export function TemplateValues({ object }: { object: SettingsObject }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const locked = useRight("templates").obstacle !== null;
  const editing = useSettingsDraft(`templates:${object.templateId}`, object);
  const resetting = useSaving(editing.discard);
  const wrong = object.values.some(
    (setting) =>
      editing.changed.includes(setting.name) &&
      problemOf(typeOf(setting), editing.value(setting.name)) !== null,
  );
  const name = object.displayName;
  return (
    <div className={styles.root}>
      <Meanwhile differences={editing.differences} onSettle={editing.settle} />
      {object.values.map((setting) => (
        <ValueField
          key={setting.name}
          setting={setting}
          value={editing.value(setting.name)}
          // Of a template that is not known nobody can say what would be valid.
          locked={locked || object.description === null}
          onValue={(value) => editing.set(setting.name, value)}
        />
      ))}
      {!locked && object.id !== null && (
        <div>
          <Button onClick={() => resetting.ask(resetOf(object))}>
            {t("policies.templates.reset")}
          </Button>
        </div>
      )}
      <EditingFoot
        editing={editing}
        title={t("policies.confirm.template", { name })}
        blocked={wrong ? t("policies.problem.first") : null}
      />
      <BeforeAfter
        saving={resetting}
        title={t("policies.confirm.reset", { name })}
        confirm={t("policies.templates.resetNow")}
      />
    </div>
  );
}
