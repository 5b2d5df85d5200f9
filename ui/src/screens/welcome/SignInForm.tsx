/** Cloud, tenant and application: checked in place, kept when the sign-in fails. */
import {
  Button,
  Checkbox,
  Field,
  Link,
  makeStyles,
  Select,
  tokens,
} from "@fluentui/react-components";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";

import { ErrorPanel } from "@/components/ErrorPanel";
import type { CloudName, SignInRequest } from "@/ipc/bindings";
import { ConsentLine } from "./ConsentLine";
import { TextField } from "./TextField";
import { FIELDS, invalidFields, refusedField, type FieldName } from "./validation";

const useStyles = makeStyles({
  form: { display: "grid", gap: "8px", flex: 1, alignContent: "start" },
  submit: { height: "40px", marginTop: "4px" },
  code: {
    justifySelf: "center",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  field: { gridTemplateColumns: "104px 1fr" },
});

const CLOUDS = ["global", "usGovL4", "usGovL5", "china", "custom"] as const;

export interface SignInFormProps {
  form: SignInRequest;
  onChange: (form: SignInRequest) => void;
  /** Why the sign-in before failed. */
  error: Error | null;
  onBrowser: () => void;
  onCode: () => void;
}

export function SignInForm({ form, onChange, error, onBrowser, onCode }: SignInFormProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const element = useRef<HTMLFormElement>(null);
  const [left, setLeft] = useState<ReadonlySet<FieldName>>(new Set());
  const failure = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error) failure.current?.scrollIntoView({ block: "nearest" });
  }, [error]);
  const refused = refusedField(error);
  const proceed = (go: () => void) => {
    const [first] = invalidFields(form);
    setLeft(new Set(FIELDS));
    if (!first) return go();
    element.current?.querySelector<HTMLElement>(`[name=${first}]`)?.focus();
  };
  const field = (name: FieldName) => (
    <TextField
      name={name}
      form={form}
      left={left.has(name)}
      refusal={refused === name ? error : null}
      onChange={(value) => onChange({ ...form, [name]: value })}
      onLeave={() => setLeft(new Set([...left, name]))}
    />
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    proceed(onBrowser);
  };
  return (
    <form ref={element} noValidate className={styles.form} onSubmit={submit}>
      <Field orientation="horizontal" className={styles.field} label={t("welcome.signIn.cloud")}>
        <Select
          value={form.cloud}
          onChange={(_, data) => onChange({ ...form, cloud: data.value as CloudName })}
        >
          {CLOUDS.map((cloud) => (
            <option key={cloud} value={cloud}>
              {t(`welcome.clouds.${cloud}`)}
            </option>
          ))}
        </Select>
      </Field>
      {form.cloud === "custom" && field("graphUrl")}
      {form.cloud === "custom" && field("authority")}
      {field("tenant")}
      {field("clientId")}
      <Checkbox
        label={t("welcome.signIn.manage")}
        checked={form.step === "manage"}
        onChange={(_, data) => onChange({ ...form, step: data.checked ? "manage" : "read" })}
      />
      <Checkbox
        label={t("welcome.signIn.policies")}
        checked={form.policies}
        onChange={(_, data) => onChange({ ...form, policies: data.checked === true })}
      />
      <ConsentLine form={form} />
      <div ref={failure}>
        {error && <ErrorPanel error={error} title={t("welcome.signIn.failed")} />}
      </div>
      <Button type="submit" className={styles.submit}>
        {t("welcome.signIn.submit")}
      </Button>
      <Link as="button" type="button" className={styles.code} onClick={() => proceed(onCode)}>
        {t("welcome.signIn.useCode")}
      </Link>
    </form>
  );
}
