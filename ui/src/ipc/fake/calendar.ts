/** The fake host's calendars. */
import { fakeError, type Handlers, type Stage } from "./host";

type Mine =
  | "calendar_get"
  | "event_get"
  | "event_check"
  | "event_create"
  | "event_change"
  | "event_cancel"
  | "event_answer";

export function calendarCommands(_stage: Stage): Pick<Handlers, Mine> {
  const refuse = () => {
    throw fakeError("notFound");
  };
  return {
    calendar_get: refuse,
    event_get: refuse,
    event_check: refuse,
    event_create: refuse,
    event_change: refuse,
    event_cancel: refuse,
    event_answer: refuse,
  };
}
