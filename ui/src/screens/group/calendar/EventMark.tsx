/**
 * An event within the grid or the agenda. What it is stands in icons, borders and words as well as in colour: it
 * repeats, it is held online, private, cancelled, not answered.
 */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import {
  ArrowRepeatAllRegular,
  CalendarCancelRegular,
  LockClosedRegular,
  QuestionCircleRegular,
  VideoRegular,
} from "@fluentui/react-icons";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { VisuallyHidden } from "@/components/VisuallyHidden";
import type { CalendarEvent } from "@/ipc/bindings";
import { tenure } from "@/theme/colors";
import { timeWords } from "./times";

const useStyles = makeStyles({
  mark: {
    display: "flex",
    alignItems: "center",
    gap: "6px",
    minWidth: 0,
    padding: "0 6px 0 5px",
    borderLeft: `3px solid ${tokens.colorCompoundBrandStroke}`,
    borderRadius: "3px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: "20px",
    color: tokens.colorNeutralForeground1,
    backgroundColor: tenure.tenureSelected,
    outline: "1px solid transparent",
    outlineOffset: "-1px",
    ":hover": { backgroundColor: tenure.tenureHover },
  },
  /** Where there is room for little, the subject gets it. */
  sized: { containerType: "inline-size" },
  spare: { "@container (max-width: 7.5rem)": { display: "none" } },
  /** In the month, what has an hour stands on the ground of its day. */
  light: { backgroundColor: "transparent" },
  invited: {
    borderLeftStyle: "dashed",
    borderLeftColor: tenure.tenureMark,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  cancelled: {
    borderLeftColor: tokens.colorNeutralStroke1,
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground3,
  },
  struck: { textDecorationLine: "line-through" },
  moving: {
    outline: `2px dashed ${tokens.colorCompoundBrandStroke}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  tall: {
    flexDirection: "column",
    alignItems: "stretch",
    justifyContent: "flex-start",
    gap: "0",
    height: "100%",
    width: "100%",
    padding: "2px 6px 2px 5px",
    lineHeight: "16px",
    overflow: "hidden",
    "& > *": { flexShrink: 0 },
  },
  short: { padding: "0 6px 0 5px", lineHeight: "16px", height: "100%", width: "100%" },
  time: { flex: "none", color: tokens.colorNeutralForeground2 },
  title: {
    flex: "0 1 auto",
    minWidth: 0,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    fontWeight: tokens.fontWeightMedium,
  },
  wrap: { whiteSpace: "normal", overflowWrap: "anywhere" },
  icons: {
    flex: "none",
    display: "inline-flex",
    gap: "3px",
    marginLeft: "auto",
    fontSize: "12px",
    color: tokens.colorNeutralForeground2,
  },
  iconsBelow: { marginLeft: 0, paddingTop: "2px" },
  where: {
    minWidth: 0,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    color: tokens.colorNeutralForeground2,
  },
  agenda: {
    display: "grid",
    gridTemplateColumns: "8.5rem minmax(0, 1fr) auto",
    alignItems: "center",
    gap: "12px",
    minHeight: "44px",
    padding: "4px 16px",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  agendaBody: { minWidth: 0, display: "flex", gap: "10px", alignItems: "center" },
  bar: {
    flex: "none",
    width: "3px",
    alignSelf: "stretch",
    minHeight: "30px",
    borderRadius: "2px",
    backgroundColor: tokens.colorCompoundBrandStroke,
    outline: "1px solid transparent",
  },
  barInvited: { backgroundColor: tenure.tenureMark },
  barCancelled: { backgroundColor: tokens.colorNeutralStroke1 },
  lines: { minWidth: 0, display: "grid" },
  second: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  big: { fontSize: "16px", gap: "8px" },
});

type MarkName =
  "recurring" | "online" | "private" | "cancelled" | "unanswered" | "tentative" | "declined";

/** What is to be known of an event beside its time and subject. */
export function marksOf(event: CalendarEvent): MarkName[] {
  const marks: MarkName[] = [];
  if (event.cancelled) marks.push("cancelled");
  if (!event.organizer && event.response === "notAnswered") marks.push("unanswered");
  if (!event.organizer && event.response === "tentative") marks.push("tentative");
  if (!event.organizer && event.response === "declined") marks.push("declined");
  if (event.seriesId !== null) marks.push("recurring");
  if (event.online) marks.push("online");
  if (event.private) marks.push("private");
  return marks;
}

const icons: Record<MarkName, ReactNode> = {
  recurring: <ArrowRepeatAllRegular />,
  online: <VideoRegular />,
  private: <LockClosedRegular />,
  cancelled: <CalendarCancelRegular />,
  unanswered: <QuestionCircleRegular />,
  tentative: <QuestionCircleRegular />,
  declined: <CalendarCancelRegular />,
};

interface Props {
  event: CalendarEvent;
  zone: string;
  /** The time as the view says it; empty for none. */
  timeText: string;
  shape: "line" | "short" | "tall" | "agenda";
  /** Whether it is on its way by keyboard. */
  moving: boolean;
}

export function EventMark(props: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { event, zone, timeText, shape, moving } = props;
  const marks = marksOf(event);
  const subject = event.subject || t("calendar.noSubject");
  const away = event.cancelled || event.response === "declined";
  const struck = away && styles.struck;
  const said = [
    timeWords(event.time, zone),
    event.location,
    ...marks.map((mark) => t(`calendar.mark.${mark}`)),
  ];
  const hidden = (
    <VisuallyHidden>
      {[subject, ...said, moving && t("calendar.movingHint")].filter(Boolean).join(", ")}
    </VisuallyHidden>
  );
  const signs = marks.length > 0 && (
    <span
      className={mergeClasses(
        styles.icons,
        (shape === "line" || shape === "short") && styles.spare,
        shape === "tall" && styles.iconsBelow,
        shape === "agenda" && styles.big,
      )}
    >
      {marks.map((mark) => (
        <span key={mark} title={t(`calendar.mark.${mark}`)} style={{ display: "grid" }}>
          {icons[mark]}
        </span>
      ))}
    </span>
  );
  if (shape === "agenda") {
    return (
      <>
        {hidden}
        <div aria-hidden className={mergeClasses(styles.agenda, moving && styles.moving)}>
          <span className={styles.time}>{timeText}</span>
          <span className={styles.agendaBody}>
            <span
              className={mergeClasses(
                styles.bar,
                !event.organizer && styles.barInvited,
                event.cancelled && styles.barCancelled,
              )}
            />
            <span className={styles.lines}>
              <bdi className={mergeClasses(styles.title, struck)}>{subject}</bdi>
              {event.location && (
                <span className={mergeClasses(styles.where, styles.second)}>{event.location}</span>
              )}
            </span>
          </span>
          {signs}
        </div>
      </>
    );
  }
  const isTall = shape === "tall";
  return (
    <>
      {hidden}
      <div
        aria-hidden
        className={mergeClasses(
          styles.mark,
          !isTall && styles.sized,
          shape === "line" && event.time.kind === "timed" && styles.light,
          isTall && styles.tall,
          shape === "short" && styles.short,
          !event.organizer && styles.invited,
          event.cancelled && styles.cancelled,
          moving && styles.moving,
        )}
      >
        {shape === "line" && timeText && <span className={styles.time}>{timeText}</span>}
        <bdi className={mergeClasses(styles.title, isTall && styles.wrap, struck)}>{subject}</bdi>
        {isTall && timeText && <span className={styles.time}>{timeText}</span>}
        {isTall && event.location && <span className={styles.where}>{event.location}</span>}
        {signs}
      </div>
    </>
  );
}
