/** Lifetime, which groups, and who is written to where nobody owns a group. */
import {
  Button,
  Field,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
  Textarea,
  tokens,
} from "@fluentui/react-components";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";

import { Choice } from "@/components/Choice";
import type { ManagedGroups, WhatIf } from "@/ipc/bindings";
import { formatNumber } from "@/lib/dates";
import { LIFETIME_LEAST, lifetimeProblem, SELECTED_MOST, wrongAddresses } from "./draft";
import type { Expiration } from "./useExpiration";

const useStyles = makeStyles({
  form: { display: "grid", gap: "16px", minWidth: 0 },
  line: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "8px" },
  lifetime: { display: "grid", gap: "8px" },
  days: { width: "8rem" },
  hint: {
    display: "block",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  selection: { paddingLeft: "32px", marginTop: "-4px" },
});

const DAYS = ["90", "180", "365"] as const;
const MANAGED = ["all", "selected", "none"] as const satisfies readonly ManagedGroups[];

interface Props {
  expiration: Expiration;
  whatIf: WhatIf | undefined;
  locked: boolean;
  onChoose: () => void;
}

export function ExpirationForm({ expiration, whatIf, locked, onChoose }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { fields, set } = expiration;
  const problem = lifetimeProblem(fields.lifetime);
  return (
    <div className={styles.form}>
      <div className={styles.lifetime}>
        <Field
          label={t("jobs.property.lifetimeDays")}
          hint={t("policies.means.lifetimeDays")}
          validationMessage={
            problem ? t(`policies.lifetime.${problem}`, { least: LIFETIME_LEAST }) : undefined
          }
        >
          <Input
            className={styles.days}
            inputMode="numeric"
            value={fields.lifetime}
            disabled={locked}
            contentAfter={t("policies.daysUnit")}
            onChange={(_, { value }) => set({ lifetime: value.trim() })}
          />
        </Field>
        {!locked && (
          <div className={styles.line}>
            <Choice
              label={t("policies.lifetime.usual")}
              options={DAYS.map((days) => ({
                value: days,
                text: t("policies.days", { count: Number(days), shown: days }),
              }))}
              chosen={DAYS.find((days) => days === fields.lifetime) ?? null}
              onChoose={(lifetime) => set({ lifetime })}
            />
          </div>
        )}
      </div>
      <Field label={t("jobs.property.managed")}>
        <RadioGroup
          value={fields.managed}
          disabled={locked}
          onChange={(_, { value }) => set({ managed: value as ManagedGroups })}
        >
          {MANAGED.map((managed) => (
            <Radio
              key={managed}
              value={managed}
              label={
                <>
                  {t(`jobs.managed.${managed}`)}
                  <span className={styles.hint}>
                    {t(`policies.managed.${managed}`, {
                      most: formatNumber(SELECTED_MOST),
                    })}
                  </span>
                </>
              }
            />
          ))}
        </RadioGroup>
      </Field>
      {fields.managed === "selected" && (
        <div className={`${styles.line} ${styles.selection}`}>
          <span role="status">{selectedWords(t, whatIf)}</span>
          <Button size="small" onClick={onChoose} disabled={!whatIf}>
            {t(locked ? "policies.selection.see" : "policies.selection.choose")}
          </Button>
        </div>
      )}
      <Emails expiration={expiration} locked={locked} />
    </div>
  );
}

function Emails({
  expiration: { fields, set },
  locked,
}: {
  expiration: Expiration;
  locked: boolean;
}) {
  const { t } = useTranslation();
  const wrong = wrongAddresses(fields.emails);
  return (
    <Field
      label={t("jobs.property.notificationEmails")}
      hint={t("policies.means.notificationEmails")}
      validationMessage={
        wrong.length > 0
          ? t("policies.problem.addresses", { count: wrong.length, list: wrong.join(", ") })
          : undefined
      }
    >
      <Textarea
        rows={2}
        resize="vertical"
        value={fields.emails}
        disabled={locked}
        onChange={(_, { value }) => set({ emails: value })}
      />
    </Field>
  );
}

/** "212 of 500 selected". */
export function selectedWords(t: TFunction, whatIf: WhatIf | undefined): string {
  const selected = whatIf?.selectedThen ?? whatIf?.selected ?? 0;
  return t("policies.selection.count", {
    shown: formatNumber(selected),
    most: formatNumber(SELECTED_MOST),
  });
}
