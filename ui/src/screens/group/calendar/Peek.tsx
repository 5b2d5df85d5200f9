/** What is opened in the grid, beside where it was opened: the list of a day, or an event. */
import { Button, makeStyles, Popover, PopoverSurface, tokens } from "@fluentui/react-components";
import { ArrowLeftRegular, DismissRegular } from "@fluentui/react-icons";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";

import type { CalendarEvent } from "@/ipc/bindings";
import { formatNumber } from "@/lib/dates";
import { EventCard, type CardActions } from "./EventCard";
import { EventMark } from "./EventMark";
import { elementOf } from "./gridEvents";
import { dayWords, firstDayOf, hoursWords, lastDayOf } from "./times";

const useStyles = makeStyles({
  surface: {
    display: "flex",
    flexDirection: "column",
    width: "26rem",
    maxWidth: "calc(100vw - 32px)",
    maxHeight: "min(34rem, calc(100vh - 32px))",
    padding: 0,
    borderRadius: "8px",
    overflow: "hidden",
  },
  top: { display: "flex", alignItems: "center", gap: "4px", padding: "10px 8px 6px 16px" },
  withBack: { paddingLeft: "8px" },
  title: {
    flex: 1,
    minWidth: 0,
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  count: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground3 },
  list: {
    flex: 1,
    minHeight: 0,
    overflowY: "auto",
    margin: 0,
    padding: "0 0 6px",
    listStyleType: "none",
  },
  entry: {
    display: "block",
    width: "100%",
    padding: 0,
    border: "none",
    backgroundColor: "transparent",
    color: "inherit",
    font: "inherit",
    textAlign: "start",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-2px",
    },
  },
});

export interface Peeked {
  /** The day whose list was opened, if one was. */
  day: string | null;
  event: CalendarEvent | null;
  at: HTMLElement;
}

interface Props extends CardActions {
  peeked: Peeked;
  events: readonly CalendarEvent[];
  zone: string;
  onEvent: (event: CalendarEvent | null) => void;
  onClose: () => void;
}

export function Peek({ peeked, events, zone, onEvent, onClose, ...actions }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { day, event } = peeked;
  const target = useAnchor(peeked);
  const back = day !== null && event !== null;
  const title = event ? t("calendar.details.open") : day ? dayWords(day) : "";
  return (
    <Popover
      open
      trapFocus
      positioning={{
        target,
        position: "after",
        align: "center",
        offset: 6,
        overflowBoundaryPadding: 12,
        fallbackPositions: ["before"],
      }}
      onOpenChange={(_, data) => !data.open && onClose()}
    >
      <PopoverSurface className={styles.surface} aria-label={title}>
        {event === null && day !== null && (
          <>
            <div className={styles.top}>
              <h2 className={styles.title}>
                {dayWords(day)} <DayCount day={day} zone={zone} events={events} />
              </h2>
              <Button
                appearance="subtle"
                icon={<DismissRegular />}
                aria-label={t("common.close")}
                onClick={onClose}
              />
            </div>
            <ul className={styles.list}>
              {onDay(events, day, zone).map((each) => (
                <li key={each.id}>
                  <button type="button" className={styles.entry} onClick={() => onEvent(each)}>
                    <EventMark
                      event={each}
                      zone={zone}
                      timeText={hoursWords(each.time, zone) || t("calendar.allDay")}
                      shape="agenda"
                      moving={false}
                    />
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
        {event && (
          <EventCard
            key={event.id}
            event={event}
            zone={zone}
            {...actions}
            before={
              back && (
                <Button
                  appearance="subtle"
                  icon={<ArrowLeftRegular />}
                  aria-label={t("calendar.back")}
                  onClick={() => onEvent(null)}
                />
              )
            }
            onClose={onClose}
          />
        )}
      </PopoverSurface>
    </Popover>
  );
}

function DayCount({
  day,
  zone,
  events,
}: {
  day: string;
  zone: string;
  events: readonly CalendarEvent[];
}) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { length: count } = onDay(events, day, zone);
  return (
    <span className={styles.count}>
      · {t("calendar.dayList", { count, shown: formatNumber(count) })}
    </span>
  );
}

const onDay = (events: readonly CalendarEvent[], day: string, zone: string) =>
  events.filter(({ time }) => firstDayOf(time, zone) <= day && lastDayOf(time, zone) >= day);

/** Where it was opened, though that was drawn anew meanwhile, or is gone. */
function useAnchor({ at, event, day }: Peeked) {
  const [first] = useState(() => at.getBoundingClientRect());
  return useMemo(
    () => ({
      getBoundingClientRect: () => {
        if (at.isConnected) return at.getBoundingClientRect();
        const again = day === null && event ? elementOf(document, event.id) : null;
        return again?.getBoundingClientRect() ?? first;
      },
    }),
    [at, day, event, first],
  );
}
