/** The calendar as one works with it: toolbar, grid, and what is open over it. */
import { makeStyles, MessageBar, MessageBarBody, tokens } from "@fluentui/react-components";
import { lazy, Suspense, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";

import { errorWords } from "@/components/errorWords";
import { VisuallyHidden } from "@/components/VisuallyHidden";
import type { CalendarRange, EventDetails } from "@/ipc/bindings";
import { formatAsOf } from "@/lib/dates";
import { useOpenGroup } from "../openGroup";
import { MovingBar } from "./MovingBar";
import { CalendarKeys } from "./CalendarKeys";
import { CancelDialog } from "./CancelDialog";
import type { Editing } from "./form/EventForm";
import { Grid } from "./Grid";
import { Peek, type Peeked } from "./Peek";
import { shownDays } from "./place";
import { ScopeDialog } from "./ScopeChoice";
import { dayWords, daysWords } from "./times";
import { Toolbar } from "./Toolbar";
import type { CalendarState } from "./useCalendar";
import type { Slot } from "./useGridHandlers";
import { useKeyMove } from "./useKeyMove";
import { useMoves } from "./useMoves";
import { useSeries } from "./useSeries";
import { weekStart } from "./zones";

const EventForm = lazy(() => import("./form/EventForm"));

const useStyles = makeStyles({
  bar: { marginBottom: "12px", backgroundColor: tokens.colorNeutralBackground1 },
});

type Props = { calendar: CalendarState; range: CalendarRange };

export function Desk({ calendar, range }: Props) {
  const { t } = useTranslation();
  const { onEscape, now } = useOpenGroup();
  const { shown } = calendar;
  const { place, zone } = shown;
  const [peeked, setPeeked] = useState<Peeked | null>(null);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [cancelling, setCancelling] = useState<EventDetails | null>(null);
  const moves = useMoves(zone);
  const keyMove = useKeyMove(moves, zone);
  const { moving, revert } = keyMove;
  useEffect(() => {
    onEscape(revert);
    return () => onEscape(null);
  }, [onEscape, revert]);
  const events = useMemo(
    () =>
      range.events.map((event) => {
        const time = event.id === moving?.event.id ? moving.to : moves.times.get(event.id);
        return time ? { ...event, time } : event;
      }),
    [moves.times, moving, range.events],
  );
  const days = shownDays(place, weekStart);
  const title =
    place.view === "week"
      ? daysWords(days.first, days.last, { day: "numeric", month: "long", year: "numeric" })
      : dayWords(place.day, { month: "long", year: "numeric" });
  const original = (id: string) => range.events.find((event) => event.id === id);
  const create = (slot: Slot | null) => setEditing({ kind: "new", slot });
  const series = useSeries((details) => setEditing({ kind: "change", details }));
  return (
    <>
      <Notes calendar={calendar} range={range} />
      <Toolbar
        calendar={calendar}
        title={title}
        onCreate={range.mayChange ? () => create(null) : null}
      />
      <Grid
        shown={shown}
        now={now}
        title={title}
        events={events}
        mayChange={range.mayChange}
        moving={moving?.event.id ?? null}
        onOpen={(event, at) => setPeeked({ day: null, event, at })}
        onDay={(day, at) => setPeeked({ day, event: null, at })}
        onSlot={create}
        onMove={(event, to) => moves.move(original(event.id) ?? event, to)}
        onCommit={keyMove.commit}
      >
        {moving && <MovingBar keyMove={keyMove} zone={zone} />}
      </Grid>
      <CalendarKeys
        calendar={calendar}
        find={original}
        keyMove={keyMove}
        mayChange={range.mayChange}
        onCreate={() => create(null)}
      />
      <VisuallyHidden>
        <span role="status" aria-live="assertive">
          {keyMove.said}
        </span>
      </VisuallyHidden>
      {peeked && (
        <Peek
          peeked={peeked}
          events={events}
          zone={zone}
          mayChange={range.mayChange}
          onEvent={(event) => setPeeked({ ...peeked, event })}
          onChange={(details) => {
            setPeeked(null);
            series.begin(details);
          }}
          onCancel={(details) => {
            setPeeked(null);
            setCancelling(details);
          }}
          onClose={() => setPeeked(null)}
        />
      )}
      {series.dialog}
      {cancelling && <CancelDialog details={cancelling} onClose={() => setCancelling(null)} />}
      {moves.asked && (
        <ScopeDialog
          title={t("calendar.scope.move", {
            subject: moves.asked.event.subject || t("calendar.noSubject"),
          })}
          confirm={t("calendar.scope.moveIt")}
          onlyOne={moves.seriesToo ? undefined : t("calendar.scope.otherDay")}
          onAnswer={moves.answer}
        />
      )}
      <Suspense>
        {editing && (
          <EventForm
            editing={editing}
            zone={zone}
            day={place.day}
            onShow={(day) => calendar.goTo({ day })}
            onClose={() => setEditing(null)}
          />
        )}
      </Suspense>
    </>
  );
}

/** What is to be known before one trusts the calendar, or tries to change it. */
function Notes({ calendar, range }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { now } = useOpenGroup();
  const { asOf, lastError, mayChange } = range;
  const why = lastError && `${errorWords(t, lastError).title}.`;
  return (
    <>
      {why && (
        <MessageBar intent="warning" layout="auto" politeness="polite" className={styles.bar}>
          <MessageBarBody>
            {asOf
              ? t("calendar.offline", { why, when: formatAsOf(asOf, now) })
              : t("calendar.offlineNothing", { why })}
          </MessageBarBody>
        </MessageBar>
      )}
      {!mayChange && !calendar.underWay && (
        <MessageBar intent="info" layout="auto" className={styles.bar}>
          <MessageBarBody>{t("calendar.readOnly")}</MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}
