/** One value of settings, by the type that its template gives it. What no type is known of is only shown. */
import { Field, Input, makeStyles, Switch, Textarea, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import type { SettingValue } from "@/ipc/bindings";
import { isTrue } from "../context";
import { meansWords, nameWords, valueWords } from "../saving/values";
import { GroupValue } from "./GroupValue";
import { problemOf, typeOf } from "./types";

const useStyles = makeStyles({
  root: { display: "grid", gap: "2px", minWidth: 0 },
  switch: { marginLeft: "-8px" },
  indented: { paddingLeft: "48px", marginTop: "-4px" },
  hint: {
    maxWidth: "72ch",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    overflowWrap: "anywhere",
  },
  kept: { overflowWrap: "anywhere", userSelect: "text", fontFamily: tokens.fontFamilyMonospace },
});

export interface ValueFieldProps {
  setting: SettingValue;
  /** As it stands in the form. */
  value: string;
  locked: boolean;
  onValue: (value: string) => void;
}

export function ValueField({ setting, value, locked, onValue }: ValueFieldProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const type = typeOf(setting);
  const label = nameWords(t, setting.name);
  const hint = <Hint setting={setting} own={nameWords(t, setting.name) !== setting.name} />;
  if (type === "boolean") {
    return (
      <div className={styles.root}>
        <Switch
          className={styles.switch}
          label={label}
          checked={isTrue(value)}
          disabled={locked}
          onChange={(_, { checked }) => onValue(String(checked))}
        />
        <div className={styles.indented}>{hint}</div>
      </div>
    );
  }
  if (type === "unknown") {
    return (
      <div className={styles.root}>
        <span>{label}</span>
        <span className={styles.kept}>{valueWords(t, setting.name, value)}</span>
        <span className={styles.hint}>{t("policies.keptAsIs")}</span>
        {hint}
      </div>
    );
  }
  if (type === "group")
    return <GroupValue label={label} hint={hint} locked={locked} value={value} onValue={onValue} />;
  const problem = problemOf(type, value);
  return (
    <Field
      label={label}
      hint={hint}
      validationMessage={problem ? t(`policies.problem.${problem}`) : undefined}
    >
      {type === "long" ? (
        <Textarea
          dir="auto"
          rows={2}
          resize="vertical"
          value={value}
          disabled={locked}
          onChange={(_, data) => onValue(data.value.replace(/\n/g, ""))}
        />
      ) : (
        <Input
          dir="auto"
          inputMode={type === "number" ? "numeric" : undefined}
          type={type === "url" ? "url" : "text"}
          value={value}
          disabled={locked}
          onChange={(_, data) => onValue(data.value)}
        />
      )}
    </Field>
  );
}

/** What it does: in our words where we know it, in the template's else; and what holds when nothing is set. */
function Hint({ setting, own }: { setting: SettingValue; own: boolean }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { name, description, defaultValue } = setting;
  const usual =
    defaultValue === null
      ? null
      : t("policies.usually", { value: valueWords(t, name, defaultValue) });
  return (
    <span className={styles.hint}>
      {meansWords(t, name) ?? description} {usual} {own && <code>{name}</code>}
    </span>
  );
}
