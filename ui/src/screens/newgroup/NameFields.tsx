/** Name, alias and description. The alias follows from the name until somebody types another one. */
import { Field, Input, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import type { TFunction } from "i18next";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import { commandErrorOf, errorWords } from "@/components/errorWords";
import { creationRulesQuery } from "@/ipc/queries";
import type { ChangeDraft, Draft } from "./draft";
import { Findings } from "./Findings";
import type { NameCheck } from "./useNameCheck";

const useStyles = makeStyles({
  hint: { color: tokens.colorNeutralForeground3 },
});

interface Props {
  draft: Draft;
  check: NameCheck;
  onChange: ChangeDraft;
}

export function NameFields({ draft, check, onChange }: Props) {
  const { t } = useTranslation();
  const name = useRef<HTMLInputElement>(null);
  // The drawer gives the focus to the first thing in it, which is the way out; the name is what it is for.
  useEffect(() => {
    const timer = setTimeout(() => name.current?.focus());
    return () => clearTimeout(timer);
  }, []);
  const concerned = (field: "displayName" | "mailNickname") =>
    check.findings.some((finding) => finding.field === field) ? "warning" : "none";
  return (
    <>
      <div>
        <Field
          required
          label={t("newgroup.name")}
          validationState={concerned("displayName")}
          hint={<NameHint check={check} />}
        >
          <Input
            ref={name}
            dir="auto"
            value={draft.name}
            onChange={(_event, { value }) => onChange({ name: value })}
          />
        </Field>
        <Findings
          field="displayName"
          findings={check.findings}
          onUse={(suggestion) => onChange({ name: suggestion })}
        />
      </div>
      <div>
        <Field
          required
          label={t("newgroup.alias")}
          validationState={concerned("mailNickname")}
          hint={t(`newgroup.aliasHint.${aliasHint(draft, check)}`)}
        >
          <Input
            value={check.alias}
            onChange={(_event, { value }) => onChange({ alias: value.replace(/\n/g, "") })}
            // An emptied alias follows from the name again.
            onBlur={() => draft.alias === "" && onChange({ alias: null })}
          />
        </Field>
        <Findings
          field="mailNickname"
          findings={check.findings}
          onUse={(suggestion) => onChange({ alias: suggestion })}
        />
      </div>
      <Field label={t("newgroup.description")}>
        <Textarea
          dir="auto"
          rows={2}
          resize="vertical"
          maxLength={1024}
          value={draft.description}
          onChange={(_event, { value }) => onChange({ description: value })}
        />
      </Field>
    </>
  );
}

const aliasHint = ({ alias }: Draft, { aliasNeeded }: NameCheck) =>
  aliasNeeded ? "needed" : alias === null ? "follows" : "own";

/** What names look like here, and how far the check has come. */
function NameHint({ check }: { check: NameCheck }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { data: rules } = useQuery(creationRulesQuery());
  return (
    <span className={styles.hint}>
      <span role="status">{checkWords(t, check)} </span>
      {rules?.nameExample && t("newgroup.example", { example: rules.nameExample })}
    </span>
  );
}

function checkWords(t: TFunction, check: NameCheck): string {
  if (check.error) {
    return t("newgroup.check.failed", { why: errorWords(t, commandErrorOf(check.error)).title });
  }
  if (check.checking) return t("newgroup.check.checking");
  if (check.onlyHere) return t("newgroup.check.onlyHere");
  return check.accepted ? t("newgroup.check.accepted") : "";
}
