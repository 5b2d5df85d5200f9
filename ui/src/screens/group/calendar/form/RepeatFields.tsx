/** How an event repeats, with the sentence of what that means. */
import {
  Field,
  Input,
  makeStyles,
  mergeClasses,
  Select,
  ToggleButton,
  tokens,
} from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import type { Recurrence, WeekIndex, Weekday } from "@/ipc/bindings";
import { tenure } from "@/theme/colors";
import { recurrenceWords, weekdayWords, WEEKDAYS } from "../recurrenceWords";
import { dayWords } from "../times";
import type { Draft } from "./draft";
import { INDEXES, KINDS, ruleOf, unitOf, withEnd, withInterval, type RuleKind } from "./rules";

const useStyles = makeStyles({
  root: { display: "grid", gap: "10px", margin: 0, padding: 0, border: "none", minWidth: 0 },
  row: { display: "flex", flexWrap: "wrap", alignItems: "flex-end", gap: "12px" },
  kind: { flex: "1 1 14rem", minWidth: 0 },
  narrow: { flex: "0 1 8rem", minWidth: 0 },
  wide: { flex: "1 1 9rem", minWidth: 0 },
  every: { display: "flex", alignItems: "center", gap: "8px" },
  number: { width: "4.5rem" },
  days: { display: "flex", flexWrap: "wrap", gap: "4px" },
  day: { minWidth: "44px", padding: "0 6px", fontWeight: tokens.fontWeightRegular },
  chosen: {
    backgroundColor: tenure.tenureSelected,
    color: tokens.colorBrandForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  sentence: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface Props {
  draft: Draft;
  onDraft: (part: Partial<Draft>) => void;
  /** Whether it repeats until now. */
  wasSeries: boolean;
}

export function RepeatFields({ draft, onDraft, wasSeries }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { recurrence, startDate } = draft;
  const set = (next: Recurrence | null) => onDraft({ recurrence: next });
  const choose = (kind: RuleKind | "none") =>
    set(kind === "none" ? null : ruleOf(kind, startDate, recurrence));
  return (
    <fieldset className={styles.root} aria-label={t("calendar.repeat.label")}>
      <div className={styles.row}>
        <Field label={t("calendar.repeat.label")} className={styles.kind}>
          <Select
            value={recurrence?.pattern.kind ?? "none"}
            disabled={startDate === ""}
            onChange={(_, { value }) => choose(value as RuleKind | "none")}
          >
            <option value="none">{t("calendar.repeat.kind.none")}</option>
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`calendar.repeat.kind.${kind}`)}
              </option>
            ))}
          </Select>
        </Field>
        {recurrence && (
          <Field label={t("calendar.repeat.every")} className={styles.narrow}>
            <div className={styles.every}>
              <Input
                type="number"
                min={1}
                max={99}
                aria-label={t("calendar.repeat.every")}
                className={styles.number}
                value={String(recurrence.pattern.interval)}
                onChange={(_, { value }) => set(withInterval(recurrence, Number(value)))}
              />
              {t(`calendar.repeat.unit.${unitOf(recurrence.pattern)}`, {
                count: recurrence.pattern.interval,
              })}
            </div>
          </Field>
        )}
      </div>
      {recurrence && (
        <>
          <Days recurrence={recurrence} onRecurrence={set} />
          <End recurrence={recurrence} onRecurrence={set} />
          <p className={styles.sentence} role="status">
            {recurrenceWords(t, recurrence)}
          </p>
        </>
      )}
      {!recurrence && wasSeries && (
        <p className={styles.sentence} role="status">
          {t("calendar.repeat.becomesSingle", { day: dayWords(startDate) })}
        </p>
      )}
    </fieldset>
  );
}

type PartProps = { recurrence: Recurrence; onRecurrence: (recurrence: Recurrence) => void };

function Days({ recurrence, onRecurrence }: PartProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { pattern } = recurrence;
  if (pattern.kind === "weekly") {
    const toggle = (day: Weekday) => {
      const days = pattern.days.includes(day)
        ? pattern.days.filter((each) => each !== day)
        : WEEKDAYS.filter((each) => each === day || pattern.days.includes(each));
      onRecurrence({ ...recurrence, pattern: { ...pattern, days } });
    };
    return (
      <div role="group" aria-label={t("calendar.repeat.days")} className={styles.days}>
        {WEEKDAYS.map((day) => (
          <ToggleButton
            key={day}
            size="small"
            className={mergeClasses(styles.day, pattern.days.includes(day) && styles.chosen)}
            checked={pattern.days.includes(day)}
            aria-label={weekdayWords(day)}
            onClick={() => toggle(day)}
          >
            {weekdayWords(day, "short")}
          </ToggleButton>
        ))}
      </div>
    );
  }
  if (pattern.kind !== "monthlyOnWeekday" && pattern.kind !== "yearlyOnWeekday") return null;
  const [weekday] = pattern.days;
  return (
    <div className={styles.row}>
      <Field label={t("calendar.repeat.which")} className={styles.wide}>
        <Select
          value={pattern.index}
          onChange={(_, { value }) =>
            onRecurrence({ ...recurrence, pattern: { ...pattern, index: value as WeekIndex } })
          }
        >
          {INDEXES.map((index) => (
            <option key={index} value={index}>
              {t(`calendar.repeat.index.${index}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t("calendar.repeat.weekday")} className={styles.wide}>
        <Select
          value={weekday}
          onChange={(_, { value }) =>
            onRecurrence({ ...recurrence, pattern: { ...pattern, days: [value as Weekday] } })
          }
        >
          {WEEKDAYS.map((day) => (
            <option key={day} value={day}>
              {weekdayWords(day)}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}

const ENDS = ["never", "on", "after"] as const;

function End({ recurrence, onRecurrence }: PartProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { end } = recurrence;
  return (
    <div className={styles.row}>
      <Field label={t("calendar.repeat.end")} className={styles.wide}>
        <Select
          value={end.kind}
          onChange={(_, { value }) =>
            onRecurrence(withEnd(recurrence, value as (typeof ENDS)[number]))
          }
        >
          {ENDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`calendar.repeat.ends.${kind}`)}
            </option>
          ))}
        </Select>
      </Field>
      {end.kind === "on" && (
        <Field label={t("calendar.repeat.endDate")} className={styles.wide}>
          <Input
            type="date"
            value={end.date}
            onChange={(_, { value }) =>
              value !== "" && onRecurrence({ ...recurrence, end: { kind: "on", date: value } })
            }
          />
        </Field>
      )}
      {end.kind === "after" && (
        <Field label={t("calendar.repeat.endCount")} className={styles.wide}>
          <Input
            type="number"
            min={1}
            max={999}
            value={String(end.occurrences)}
            onChange={(_, { value }) => {
              const occurrences = Math.min(999, Math.max(1, Math.trunc(Number(value)) || 1));
              onRecurrence({ ...recurrence, end: { kind: "after", occurrences } });
            }}
          />
        </Field>
      )}
    </div>
  );
}
