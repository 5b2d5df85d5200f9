/** What an event has beside when, where and who: meeting, reminder, how it shows, its text. */
import { Checkbox, Field, makeStyles, Select } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import type { ShowAs } from "@/ipc/bindings";
import { REMINDERS, spanWords } from "../reminders";
import type { Draft } from "./draft";
import { TextField } from "./TextField";

const useStyles = makeStyles({
  row: { display: "flex", flexWrap: "wrap", gap: "12px" },
  field: { flex: "1 1 12rem", minWidth: 0 },
  checks: { display: "flex", flexWrap: "wrap", columnGap: "24px" },
});

const SHOWN = [
  "free",
  "tentative",
  "busy",
  "away",
  "elsewhere",
] as const satisfies readonly ShowAs[];
const NEVER = "never";

interface Props {
  draft: Draft;
  onDraft: (part: Partial<Draft>) => void;
  /** An online meeting that is there cannot be taken away. */
  onlineThere: boolean;
}

export function MoreFields({ draft, onDraft, onlineThere }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { reminderMinutes } = draft;
  const offered =
    reminderMinutes === null || REMINDERS.includes(reminderMinutes)
      ? REMINDERS
      : [...REMINDERS, reminderMinutes].sort((a, b) => a - b);
  return (
    <>
      <div className={styles.row}>
        <Field label={t("calendar.form.reminder")} className={styles.field}>
          <Select
            value={reminderMinutes === null ? NEVER : String(reminderMinutes)}
            onChange={(_, { value }) =>
              onDraft({ reminderMinutes: value === NEVER ? null : Number(value) })
            }
          >
            <option value={NEVER}>{t("calendar.form.reminderNone")}</option>
            {offered.map((minutes) => (
              <option key={minutes} value={String(minutes)}>
                {minutes === 0
                  ? t("calendar.form.reminderAt")
                  : t("calendar.form.before", { span: spanWords(minutes) })}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t("calendar.form.showAs")} className={styles.field}>
          <Select
            value={draft.showAs}
            onChange={(_, { value }) => onDraft({ showAs: value as ShowAs })}
          >
            {draft.showAs === "unknown" && (
              <option value="unknown">{t("calendar.showAs.unknown")}</option>
            )}
            {SHOWN.map((showAs) => (
              <option key={showAs} value={showAs}>
                {t(`calendar.showAs.${showAs}`)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <div className={styles.checks}>
        <Checkbox
          label={t("calendar.form.online")}
          checked={draft.online}
          disabled={onlineThere}
          title={onlineThere ? t("calendar.form.onlineThere") : undefined}
          onChange={(_, { checked }) => onDraft({ online: checked === true })}
        />
        <Checkbox
          label={t("calendar.form.private")}
          checked={draft.private}
          onChange={(_, { checked }) => onDraft({ private: checked === true })}
        />
      </div>
      <TextField body={draft.body} onBody={(body) => onDraft({ body })} />
    </>
  );
}
