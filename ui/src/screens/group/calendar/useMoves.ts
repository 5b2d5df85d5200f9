/**
 * Moves events: shown where they go at once, put back when the service does not agree, and undone by moving them
 * back. What repeats is asked about first: this one, or the series.
 */
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";

import { useNotify, useNotifyFailure } from "@/components/notify";
import type { CalendarEvent, CalendarRange, EventChanges, EventTime } from "@/ipc/bindings";
import { call } from "@/ipc/call";
import { CommandFailure, commandError } from "@/ipc/failure";
import { eventQuery, keys } from "@/ipc/queries";
import { useOpenGroup } from "../openGroup";
import { moveBetween, moved, sameTime, timeWords, wallOf, zoneOf } from "./times";

export type Scope = "one" | "series";

export const UNCHANGED: EventChanges = {
  subject: null,
  time: null,
  location: null,
  body: null,
  attendees: null,
  wholeGroup: null,
  recurrence: null,
  reminder: null,
  online: null,
  showAs: null,
  private: null,
};

interface Asked {
  event: CalendarEvent;
  to: EventTime;
}

export interface Moves {
  /** Where events are shown that are on their way, by their ids. */
  times: ReadonlyMap<string, EventTime>;
  move: (event: CalendarEvent, to: EventTime) => void;
  /** What is asked about at the moment. */
  asked: Asked | null;
  /** Whether the series can be moved as well: not to another day, which its rule names. */
  seriesToo: boolean;
  answer: (scope: Scope | null) => void;
}

export function useMoves(zone: string): Moves {
  const { t } = useTranslation();
  const notify = useNotify();
  const failed = useNotifyFailure();
  const send = useSend();
  const [times, setTimes] = useState<ReadonlyMap<string, EventTime>>(new Map());
  const [asked, setAsked] = useState<Asked | null>(null);
  const show = useCallback((id: string, time: EventTime | null) => {
    setTimes((before) => {
      const after = new Map(before);
      if (time) after.set(id, time);
      else after.delete(id);
      return after;
    });
  }, []);

  const commit = useCallback(
    async (event: CalendarEvent, to: EventTime, scope: Scope) => {
      const subject = event.subject || t("calendar.noSubject");
      show(event.id, to);
      try {
        const undo = await send(event, to, scope);
        const back = () =>
          void undo().catch((error: unknown) =>
            failed(error, t("calendar.notMovedBack", { subject })),
          );
        notify({
          intent: "confirmed",
          title: t(scope === "series" ? "calendar.movedSeries" : "calendar.moved", { subject }),
          body: timeWords(to, zone),
          action: { label: t("common.undo"), run: back },
        });
      } catch (error) {
        failed(error, t("calendar.notMoved", { subject }));
      }
      show(event.id, null);
    },
    [failed, notify, send, show, t, zone],
  );
  const move = useCallback(
    (event: CalendarEvent, to: EventTime) => {
      if (sameTime(event.time, to)) return;
      if (event.seriesId === null) return void commit(event, to, "one");
      show(event.id, to);
      setAsked({ event, to });
    },
    [commit, show],
  );
  const answer = (scope: Scope | null) => {
    setAsked(null);
    if (!asked) return;
    if (scope) void commit(asked.event, asked.to, scope);
    else show(asked.event.id, null);
  };
  const shift = asked && moveBetween(asked.event.time, asked.to);
  return { times, move, asked, seriesToo: shift?.start.days === 0, answer };
}

/** Sends a move and answers how to take it back. */
function useSend() {
  const { groupId } = useOpenGroup();
  const client = useQueryClient();
  return useCallback(
    async (event: CalendarEvent, to: EventTime, scope: Scope) => {
      const eventId = scope === "series" ? (event.seriesId ?? event.id) : event.id;
      const details = await client.fetchQuery({ ...eventQuery(groupId, eventId), staleTime: 0 });
      const before = details.event.time;
      if (scope === "one" && !sameTime(before, event.time)) throw changedMeanwhile();
      const shift = moveBetween(event.time, to);
      const wanted = scope === "series" && shift ? moved(before, shift, zoneOf(before, "UTC")) : to;
      const change = async (changeKey: string | null, time: EventTime) => {
        const changes = { ...UNCHANGED, time: wallOf(time) };
        const answer = await call("event_change", { groupId, eventId, changeKey, changes });
        client.setQueriesData<CalendarRange>(
          { queryKey: [...keys.calendar, groupId] },
          (range) => range && { ...range, events: range.events.map(replacing(answer.event)) },
        );
        await client.invalidateQueries({ queryKey: [...keys.calendar, groupId] });
        void client.invalidateQueries({ queryKey: [...keys.event, groupId] });
        return answer;
      };
      const { changeKey } = await change(details.changeKey, wanted);
      return () => change(changeKey, before);
    },
    [client, groupId],
  );
}

const replacing = (changed: CalendarEvent) => (event: CalendarEvent) =>
  event.id === changed.id ? changed : event;

const changedMeanwhile = () =>
  new CommandFailure(commandError("conflict", "It stands elsewhere by now.", {}));
