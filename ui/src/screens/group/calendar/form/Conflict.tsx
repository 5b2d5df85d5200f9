/** What somebody else changed while one was writing, and what shall be. Nothing is overwritten unasked. */
import { Button, makeStyles, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import type { TFunction } from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { textOf } from "@/components/writing/bodyText";
import { tenure } from "@/theme/colors";
import { recurrenceWords } from "../recurrenceWords";
import { reminderWords } from "../reminders";
import { daysWords, wallWords } from "../times";
import { differs, FIELDS, wallTimeOf, withField, type Draft, type FieldName } from "./draft";

const useStyles = makeStyles({
  panel: {
    display: "grid",
    gap: "10px",
    padding: "12px 16px",
    border: `1px solid ${tenure.tenureAmberLine}`,
    borderRadius: "8px",
    backgroundColor: tenure.tenureAmberSoft,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: 0 },
  field: { display: "grid", gridTemplateColumns: "7rem minmax(0, 1fr)", gap: "8px" },
  name: { color: tokens.colorNeutralForeground2, paddingTop: "6px" },
  kept: { paddingTop: "6px", overflowWrap: "anywhere" },
});

interface Props {
  base: Draft;
  mine: Draft;
  theirs: Draft;
  busy: boolean;
  onChosen: (draft: Draft) => void;
}

type Side = "mine" | "theirs";

export function Conflict({ base, mine, theirs, busy, onChosen }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [sides, setSides] = useState<Partial<Record<FieldName, Side>>>({});
  const changed = FIELDS.filter((field) => differs(base, theirs, field));
  const isOpen = (field: FieldName) => differs(base, mine, field) && differs(mine, theirs, field);
  const sideOf = (field: FieldName): Side => (isOpen(field) ? (sides[field] ?? "mine") : "theirs");
  const save = () =>
    onChosen(
      changed
        .filter((field) => sideOf(field) === "theirs")
        .reduce((draft, field) => withField(draft, theirs, field), mine),
    );
  return (
    <section role="alert" className={styles.panel} aria-label={t("calendar.conflict.title")}>
      <h3 className={styles.title}>{t("calendar.conflict.title")}</h3>
      <p className={styles.text}>{t("calendar.conflict.text")}</p>
      {changed.map((field) => (
        <div key={field} className={styles.field}>
          <span className={styles.name}>{t(`calendar.conflict.field.${field}`)}</span>
          {isOpen(field) ? (
            <RadioGroup
              aria-label={t(`calendar.conflict.field.${field}`)}
              value={sideOf(field)}
              onChange={(_, { value }) => setSides({ ...sides, [field]: value as Side })}
            >
              <Radio
                value="mine"
                label={`${t("calendar.conflict.mine")}: ${valueWords(t, mine, field)}`}
              />
              <Radio
                value="theirs"
                label={`${t("calendar.conflict.theirs")}: ${valueWords(t, theirs, field)}`}
              />
            </RadioGroup>
          ) : (
            <span className={styles.kept}>
              {t("calendar.conflict.kept", { value: valueWords(t, theirs, field) })}
            </span>
          )}
        </div>
      ))}
      <div>
        <Button appearance="primary" disabledFocusable={busy} onClick={save}>
          {t("calendar.conflict.save")}
        </Button>
      </div>
    </section>
  );
}

/** Longer texts are told by their beginning. */
const EXCERPT = 60;
const DAY = { weekday: "short", day: "numeric", month: "short" } as const;

function valueWords(t: TFunction, draft: Draft, field: FieldName): string {
  const nothing = t("calendar.conflict.nothing");
  const isSo = (yes: boolean) => t(yes ? "calendar.conflict.yes" : "calendar.conflict.no");
  switch (field) {
    case "time": {
      const time = wallTimeOf(draft);
      if (!time) return nothing;
      return time.kind === "allDay"
        ? daysWords(time.first, time.last, DAY)
        : `${wallWords(time.start)} – ${wallWords(time.end)}`;
    }
    case "people": {
      const names = draft.attendees.map(({ person }) => person.name);
      const all = draft.wholeGroup ? [t("calendar.form.wholeGroup"), ...names] : names;
      return all.join(", ") || nothing;
    }
    case "recurrence":
      return draft.recurrence ? recurrenceWords(t, draft.recurrence) : nothing;
    case "reminder":
      return draft.reminderMinutes === null ? nothing : reminderWords(t, draft.reminderMinutes);
    case "showAs":
      return t(`calendar.showAs.${draft.showAs}`);
    case "online":
      return isSo(draft.online);
    case "private":
      return isSo(draft.private);
    case "body":
      return textOf(draft.body).slice(0, EXCERPT) || nothing;
    case "subject":
    case "location":
      return draft[field] || nothing;
  }
}
