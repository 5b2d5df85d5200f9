/** What groups have to be called: the rule by its parts, what names come to, words that are blocked. */
import { Input, Field, makeStyles } from "@fluentui/react-components";
import type { TFunction } from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import type { NamingPolicy, SettingsObject } from "@/ipc/bindings";
import { partWords } from "../answer";
import { useGroupSettings, usePolicies, useRight } from "../context";
import { Locked } from "../Locked";
import { BeforeAfter } from "../saving/BeforeAfter";
import { Meanwhile } from "../saving/Meanwhile";
import { SaveBar } from "../saving/SaveBar";
import { nameWords } from "../saving/values";
import { Section } from "../Section";
import { BlockedWords } from "./BlockedWords";
import { Builder } from "./Builder";
import { Examples } from "./Examples";
import { Misfits } from "./Misfits";
import { RuleFindings } from "./RuleFindings";
import { useNaming } from "./useNaming";

const useStyles = makeStyles({
  field: { maxWidth: "30rem" },
  raw: { fontFamily: "monospace", maxWidth: "44rem" },
});

export function NamingArea() {
  const { t } = useTranslation();
  const { settings } = usePolicies();
  const object = useGroupSettings();
  if (settings.state === "unknown") {
    return <ErrorPanel error={settings.error} title={t("policies.settingsUnread")} />;
  }
  if (!object) return <EmptyState title={t("policies.noTemplate")} />;
  return <Known policy={settings.naming} object={object} />;
}

function Known({ policy, object }: { policy: NamingPolicy; object: SettingsObject }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const locked = useRight("naming").obstacle !== null;
  const [name, setName] = useState("");
  const example = t("policies.naming.example");
  const naming = useNaming(policy, object, name.trim() || example);
  const { preview, current } = naming;
  const invalid = preview !== undefined && !preview.valid;
  const blocked = naming.differences.length > 0 ? t("policies.meanwhile.first") : null;
  return (
    <>
      <Meanwhile differences={naming.differences} onSettle={naming.settle} />
      <Section title={titleWords(t, policy)} text={t("policies.naming.text")}>
        <Builder parts={naming.parts} locked={locked} onParts={naming.setParts} />
        <Field label={t("policies.naming.raw")} className={styles.raw}>
          <Input
            dir="ltr"
            value={naming.raw}
            disabled={locked}
            placeholder={t("policies.naming.rawNone")}
            onChange={(_, { value }) => naming.setRaw(value)}
          />
        </Field>
        {preview && <RuleFindings findings={preview.policy.findings} />}
        <Locked area="naming" />
      </Section>
      <Section title={t("policies.naming.examples")} text={t("policies.naming.examplesText")}>
        <Field label={t("policies.naming.tryName")} className={styles.field}>
          <Input
            dir="auto"
            value={name}
            placeholder={example}
            onChange={(_, { value }) => setName(value)}
          />
        </Field>
        {naming.error && (
          <ErrorPanel error={naming.error} title={t("policies.naming.previewFailed")} />
        )}
        {preview && <Examples preview={preview} old={!current} />}
      </Section>
      <Section title={t("policies.blocked.title")} text={t("policies.blocked.text")}>
        <BlockedWords words={naming.words} locked={locked} onWords={naming.setWords} />
      </Section>
      <Misfits naming={naming.input} current={current} />
      <SaveBar
        names={naming.changed.map((each) => nameWords(t, each))}
        blocked={blocked ?? (invalid ? t("policies.naming.invalid") : null)}
        onDiscard={naming.discard}
        onSave={naming.ask}
      />
      <BeforeAfter saving={naming.saving} title={t("policies.confirm.naming")} />
    </>
  );
}

function titleWords(t: TFunction, { parts }: NamingPolicy): string {
  if (parts.every(({ kind }) => kind === "groupName")) return t("policies.naming.none");
  return t("policies.naming.title", {
    rule: parts
      .map((part) => partWords(t, part))
      .join(" ")
      .replace(/\s+/g, " "),
  });
}
