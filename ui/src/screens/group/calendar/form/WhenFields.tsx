/** When an event begins and ends, in which zone, or on which days. */
import { Checkbox, Field, Input, makeStyles } from "@fluentui/react-components";
import { useRef } from "react";
import { useTranslation } from "react-i18next";

import { ZonePicker } from "../ZonePicker";
import { wallTimeOf, withStart, type Draft } from "./draft";

const useStyles = makeStyles({
  root: { display: "grid", gap: "10px", margin: 0, padding: 0, border: "none", minWidth: 0 },
  row: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 17rem), 1fr))",
    gap: "12px",
  },
  pair: { display: "flex", gap: "8px" },
  date: { flex: "1 1 8rem", minWidth: 0, "& input": { minWidth: 0 } },
  time: { flex: "0 0 7.75rem", minWidth: 0, "& input": { minWidth: 0 } },
  last: {
    display: "grid",
    gridTemplateColumns: "auto minmax(0, 1fr)",
    alignItems: "center",
    gap: "16px",
  },
});

interface Props {
  draft: Draft;
  onDraft: (draft: Draft) => void;
  now: string;
}

export function WhenFields({ draft, onDraft, now }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { allDay } = draft;
  /** While a date is typed anew there is none; how long it lasts is known from before. */
  const last = useRef(draft);
  const put = (next: Draft) => {
    if (wallTimeOf(next)) last.current = next;
    onDraft(next);
  };
  const begin = (part: Partial<Draft>) => put(withStart(draft, part, last.current));
  const end = (part: Partial<Draft>) => put({ ...draft, ...part });
  return (
    <fieldset className={styles.root} aria-label={t("calendar.form.when")}>
      <div className={styles.row}>
        <Field label={t("calendar.form.begins")}>
          <div className={styles.pair}>
            <Input
              type="date"
              aria-label={t("calendar.form.startDate")}
              className={styles.date}
              value={draft.startDate}
              onChange={(_, { value }) => begin({ startDate: value })}
            />
            {!allDay && (
              <Input
                type="time"
                aria-label={t("calendar.form.startTime")}
                className={styles.time}
                value={draft.startTime}
                onChange={(_, { value }) => begin({ startTime: value })}
              />
            )}
          </div>
        </Field>
        <Field label={t("calendar.form.ends")}>
          <div className={styles.pair}>
            <Input
              type="date"
              aria-label={t("calendar.form.endDate")}
              className={styles.date}
              value={draft.endDate}
              onChange={(_, { value }) => end({ endDate: value })}
            />
            {!allDay && (
              <Input
                type="time"
                aria-label={t("calendar.form.endTime")}
                className={styles.time}
                value={draft.endTime}
                onChange={(_, { value }) => end({ endTime: value })}
              />
            )}
          </div>
        </Field>
      </div>
      <div className={styles.last}>
        <Checkbox
          label={t("calendar.form.allDay")}
          checked={allDay}
          onChange={(_, { checked }) => end({ allDay: checked === true })}
        />
        {!allDay && (
          <ZonePicker
            label={t("calendar.form.zone")}
            zone={draft.timeZone}
            onZone={(timeZone) => end({ timeZone })}
            at={now}
          />
        )}
      </div>
    </fieldset>
  );
}
