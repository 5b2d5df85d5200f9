/** An event in full: when, where, who, its text; and what can be done about it. */
import { Button, Link, makeStyles, tokens, Tooltip } from "@fluentui/react-components";
import {
  AlertRegular,
  ArrowRepeatAllRegular,
  CalendarClockRegular,
  DismissRegular,
  LocationRegular,
  OpenRegular,
  PersonRegular,
  VideoRegular,
} from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { ErrorPanel } from "@/components/ErrorPanel";
import { LoadingRows } from "@/components/LoadingRows";
import { useOpenExternal } from "@/components/useOpenExternal";
import type { CalendarEvent, EventDetails } from "@/ipc/bindings";
import { eventQuery } from "@/ipc/queries";
import { tenure } from "@/theme/colors";
import { useOpenGroup } from "../openGroup";
import { AnswerForm } from "./AnswerForm";
import { Attendees } from "./Attendees";
import { EventText } from "./EventText";
import { marksOf } from "./EventMark";
import { recurrenceWords } from "./recurrenceWords";
import { reminderWords } from "./reminders";
import { hoursWords, timeWords, zoneOf } from "./times";
import { cityOf } from "./zones";

const useStyles = makeStyles({
  top: { display: "flex", alignItems: "flex-start", gap: "4px", padding: "12px 8px 8px 16px" },
  title: {
    flex: 1,
    minWidth: 0,
    margin: "4px 0 0",
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
    outlineStyle: "none",
  },
  struck: { textDecorationLine: "line-through", color: tokens.colorNeutralForeground3 },
  body: {
    flex: 1,
    minHeight: 0,
    overflowY: "auto",
    display: "grid",
    alignContent: "start",
    gap: "10px",
    padding: "2px 16px 14px",
    outlineStyle: "none",
  },
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
  foot: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "8px",
    padding: "10px 16px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  spring: { flex: 1 },
});

export interface CardActions {
  mayChange: boolean;
  onChange: (details: EventDetails) => void;
  onCancel: (details: EventDetails) => void;
}

interface Props extends CardActions {
  event: CalendarEvent;
  zone: string;
  before: ReactNode;
  onClose: () => void;
}

export function EventCard({ event, zone, before, onClose, ...actions }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { groupId } = useOpenGroup();
  const { data: details, error, refetch } = useQuery(eventQuery(groupId, event.id));
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const shown = details?.event ?? event;
  return (
    <>
      <div className={styles.top}>
        {before}
        <h2
          ref={title}
          tabIndex={-1}
          className={`${styles.title} ${shown.cancelled ? styles.struck : ""}`}
        >
          <bdi>{shown.subject || t("calendar.noSubject")}</bdi>
        </h2>
        {details?.webUrl && <OutlookButton url={details.webUrl} />}
        <Button
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={t("common.close")}
          onClick={onClose}
        />
      </div>
      <div
        className={styles.body}
        tabIndex={0}
        role="group"
        aria-label={t("calendar.details.open")}
      >
        <Marks event={shown} />
        <When event={shown} zone={zone} details={details} />
        {error && (
          <ErrorPanel
            error={error}
            title={t("calendar.details.failed")}
            onRetry={() => void refetch()}
          />
        )}
        {!details && !error && <LoadingRows rows={3} height={28} />}
        {details && <Facts details={details} />}
      </div>
      {details && <Foot details={details} onClose={onClose} {...actions} />}
    </>
  );
}

function OutlookButton({ url }: { url: string }) {
  const { t } = useTranslation();
  const open = useOpenExternal();
  return (
    <Tooltip relationship="label" content={t("calendar.details.outlook")}>
      <Button appearance="subtle" icon={<OpenRegular />} onClick={() => open(url)} />
    </Tooltip>
  );
}

function Marks({ event }: { event: CalendarEvent }) {
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

function When(props: { event: CalendarEvent; zone: string; details: EventDetails | undefined }) {
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

function Facts({ details }: { details: EventDetails }) {
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

function Foot(props: { details: EventDetails; onClose: () => void } & CardActions) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { details, mayChange, onChange, onCancel, onClose } = props;
  const { event } = details;
  if (!mayChange || event.cancelled) return null;
  if (!event.organizer) return <AnswerForm details={details} onDone={onClose} />;
  return (
    <div className={styles.foot}>
      <Button appearance="primary" onClick={() => onChange(details)}>
        {t("calendar.details.change")}
      </Button>
      <Button onClick={() => onCancel(details)}>{t("calendar.details.cancel")}</Button>
    </div>
  );
}
