/** What else the group gets from the beginning, each with why one would want it. */
import { Dropdown, Field, makeStyles, Option, Switch, tokens } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { creationRulesQuery } from "@/ipc/queries";
import type { ChangeDraft, Draft } from "./draft";

const useStyles = makeStyles({
  list: { display: "grid", gap: "4px" },
  meaning: {
    display: "block",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
});

const SWITCHES = ["meAsMember", "subscribe", "welcome", "team"] as const;

interface Props {
  draft: Draft;
  onChange: ChangeDraft;
}

export function Options({ draft, onChange }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <div role="group" aria-label={t("newgroup.options")} className={styles.list}>
      <Classification draft={draft} onChange={onChange} />
      <Label draft={draft} onChange={onChange} />
      {SWITCHES.map((name) => (
        <Switch
          key={name}
          checked={draft[name]}
          label={
            <>
              {t(`newgroup.option.${name}`)}
              <span className={styles.meaning}>
                {t(
                  name === "team" && !draft.meAsMember
                    ? "newgroup.optionMeans.teamWithoutMe"
                    : `newgroup.optionMeans.${name}`,
                )}
              </span>
            </>
          }
          onChange={(_event, { checked }) => onChange({ [name]: checked })}
        />
      ))}
    </div>
  );
}

/** Only where the tenant has classifications. */
function Classification({ draft, onChange }: Props) {
  const { t } = useTranslation();
  const { data: rules } = useQuery(creationRulesQuery());
  if (!rules || rules.classifications.length === 0) return null;
  const usual = rules.defaultClassification;
  const none = usual
    ? t("newgroup.usualClassification", { name: usual })
    : t("newgroup.unclassified");
  return (
    <Field label={t("newgroup.classification")}>
      <Dropdown
        value={draft.classification ?? none}
        selectedOptions={[draft.classification ?? ""]}
        onOptionSelect={(_event, { optionValue }) =>
          onChange({ classification: optionValue || null })
        }
      >
        <Option value="">{none}</Option>
        {rules.classifications.map((name) => (
          <Option key={name} value={name}>
            {name}
          </Option>
        ))}
      </Dropdown>
    </Field>
  );
}

/** Only where the tenant has labels, which take the place of classifications. */
function Label({ draft, onChange }: Props) {
  const { t } = useTranslation();
  const { data: rules } = useQuery(creationRulesQuery());
  if (!rules?.labels) return null;
  const { labels } = rules;
  const none = t("newgroup.noLabel");
  return (
    <Field
      label={t("newgroup.label")}
      hint={t(labels.length > 0 ? "newgroup.labelHint" : "newgroup.labelsUnknown")}
    >
      <Dropdown
        disabled={labels.length === 0}
        value={draft.label?.displayName ?? none}
        selectedOptions={[draft.label?.id ?? ""]}
        onOptionSelect={(_event, { optionValue }) =>
          onChange({ label: labels.find(({ id }) => id === optionValue) ?? null })
        }
      >
        <Option value="">{none}</Option>
        {labels.map(({ id, displayName }) => (
          <Option key={id} value={id}>
            {displayName}
          </Option>
        ))}
      </Dropdown>
    </Field>
  );
}
