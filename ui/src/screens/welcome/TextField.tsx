/** A field of the sign-in form, with what is wrong about it below once it was left. */
import { Field, Input, makeStyles } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import type { SignInRequest } from "@/ipc/bindings";
import { CommandFailure } from "@/ipc/failure";
import { invalidField, type FieldName } from "./validation";

const useStyles = makeStyles({ field: { gridTemplateColumns: "104px 1fr" } });

interface Props {
  name: FieldName;
  form: SignInRequest;
  /** Whether the field was left once: before that it is not judged. */
  left: boolean;
  /** The failure that concerns this field. */
  refusal: Error | null;
  onChange: (value: string) => void;
  onLeave: () => void;
}

export function TextField({ name, form, left, refusal, onChange, onLeave }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const invalid = left ? invalidField(form, name) : null;
  const message = invalid ? t(`welcome.invalid.${invalid}`) : refusal && refusedWords(refusal);
  return (
    <Field
      orientation="horizontal"
      className={styles.field}
      label={t(`welcome.signIn.${name}`)}
      validationMessage={message ?? undefined}
    >
      <Input
        name={name}
        value={form[name] ?? ""}
        placeholder={t(`welcome.signIn.${name}Hint`)}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        onChange={(_, data) => onChange(data.value)}
        onBlur={() => form[name] && onLeave()}
      />
    </Field>
  );

  function refusedWords(error: Error): string {
    if (!(error instanceof CommandFailure)) return "";
    if (error.code === "tenantUnknown") return t("welcome.invalid.tenantUnknown");
    if (error.code === "clientUnknown") return t("welcome.invalid.clientUnknown");
    return t("welcome.invalid.refused", { reason: error.error.params.reason ?? "" });
  }
}
