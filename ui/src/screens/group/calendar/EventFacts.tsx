/** What is known of an event, line by line: its marks, when, where, who, its text. */
import { Link, makeStyles, tokens } from "@fluentui/react-components";
import {
  AlertRegular,
  ArrowRepeatAllRegular,
  CalendarClockRegular,
  LocationRegular,
  PersonRegular,
  VideoRegular,
} from "@fluentui/react-icons";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { useOpenExternal } from "@/components/useOpenExternal";
import type { CalendarEvent, EventDetails } from "@/ipc/bindings";
import { tenure } from "@/theme/colors";
import { Attendees } from "./Attendees";
import { marksOf } from "./EventMark";
import { EventText } from "./EventText";
import { recurrenceWords } from "./recurrenceWords";
import { reminderWords } from "./reminders";
import { hoursWords, timeWords, zoneOf } from "./times";
import { cityOf } from "./zones";

const useStyles = makeStyles({
  marks: { display: "flex", flexWrap: "wrap", gap: "6px" },
  mark: {
    padding: "1px 8px",
    borderRadius: "10px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: "18px",
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground2,
    outline: "1px solid transparent",
  },
  bad: { backgroundColor: tenure.tenureRedSoft, color: tenure.tenureRed },
  asks: { backgroundColor: tenure.tenureAmberSoft, color: tenure.tenureAmber },
  fact: {
    display: "grid",
    gridTemplateColumns: "18px minmax(0, 1fr)",
    gap: "10px",
    "& > svg": { fontSize: "18px", marginTop: "1px", color: tokens.colorNeutralForeground3 },
  },
  second: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

export function Marks({ event }: { event: CalendarEvent }) {
  const styles = useStyles();
  const { t } = useTranslation();
  // The rest stands in a line of its own below.
  const marks = marksOf(event).filter((mark) => mark !== "recurring" && mark !== "online");
  if (marks.length === 0) return null;
  return (
    <div className={styles.marks}>
      {marks.map((mark) => (
        <span
          key={mark}
          className={`${styles.mark} ${mark === "cancelled" ? styles.bad : ""} ${mark === "unanswered" ? styles.asks : ""}`}
        >
          {t(`calendar.mark.${mark}`)}
        </span>
      ))}
    </div>
  );
}

function Fact({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.fact}>
      {icon}
      <div>{children}</div>
    </div>
  );
}

export function When(props: {
  event: CalendarEvent;
  zone: string;
  details: EventDetails | undefined;
}) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { event, zone, details } = props;
  const { time } = event;
  const own = zoneOf(time, zone);
  const inOwn = hoursWords(time, own);
  const other = inOwn !== hoursWords(time, zone);
  return (
    <Fact icon={<CalendarClockRegular aria-hidden />}>
      <div>{timeWords(time, zone)}</div>
      {other && (
        <div className={styles.second}>
          {t("calendar.details.inZone", { when: inOwn, zone: cityOf(own) })}
        </div>
      )}
      {event.kind === "exception" && (
        <div className={styles.second}>{t("calendar.mark.exception")}</div>
      )}
      {details?.recurrence && (
        <div className={styles.second}>
          <ArrowRepeatAllRegular aria-hidden /> {recurrenceWords(t, details.recurrence)}
        </div>
      )}
    </Fact>
  );
}

export function Facts({ details }: { details: EventDetails }) {
  const { t } = useTranslation();
  const open = useOpenExternal();
  const { event, joinUrl, reminderMinutes, organizer } = details;
  return (
    <>
      {event.location && (
        <Fact icon={<LocationRegular aria-hidden />}>
          <bdi>{event.location}</bdi>
        </Fact>
      )}
      {event.online && (
        <Fact icon={<VideoRegular aria-hidden />}>
          {t("calendar.mark.online")}
          {joinUrl && (
            <>
              {" · "}
              <Link inline onClick={() => open(joinUrl)}>
                {t("calendar.details.join")}
              </Link>
            </>
          )}
        </Fact>
      )}
      {organizer && !event.organizer && (
        <Fact icon={<PersonRegular aria-hidden />}>
          {t("calendar.details.organizer", { name: organizer.name })}
        </Fact>
      )}
      <Attendees attendees={details.attendees} />
      {reminderMinutes !== null && (
        <Fact icon={<AlertRegular aria-hidden />}>{reminderWords(t, reminderMinutes)}</Fact>
      )}
      <EventText details={details} />
    </>
  );
}
