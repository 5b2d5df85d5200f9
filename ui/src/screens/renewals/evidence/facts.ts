/** The facts of the evidence, each as a line: what, when, a little more, and where it was read. */
import type { TFunction } from "i18next";

import type { Evidence, Fact, Figure } from "@/ipc/bindings";
import { formatNear, formatNumber } from "@/lib/dates";

const FACTS = ["conversations", "files", "events", "tasks", "notebook", "team", "people"] as const;
export type FactName = (typeof FACTS)[number];

export interface FactLine {
  name: FactName;
  state: Fact<unknown>["state"];
  title: string;
  when: string | null;
  more: string | null;
  /** The permission that is missing, where asking for it would help. */
  permission: string | null;
  /** Whether it speaks against the group by itself. */
  warns: boolean;
}

type Said = Pick<FactLine, "title"> & Partial<Pick<FactLine, "when" | "more" | "warns">>;

export function factLines(t: TFunction, evidence: Evidence, now: string): FactLine[] {
  return FACTS.map((name) => {
    const fact: Fact<unknown> = evidence[name];
    const permission = fact.state === "notPermitted" ? fact.permission : null;
    const said = knownWords(t, evidence, name, now) ?? {
      title: t(`evidence.name.${name}`),
      more: stateWords(t, fact),
    };
    return { name, state: fact.state, when: null, more: null, warns: false, permission, ...said };
  });
}

function stateWords(t: TFunction, fact: Fact<unknown>): string | null {
  switch (fact.state) {
    case "known":
      return null;
    case "notPermitted":
      return fact.permission
        ? t("evidence.state.needs", { permission: fact.permission })
        : t("evidence.state.notPermitted");
    case "absent":
      return t("evidence.state.absent");
    case "unknown":
      return t("evidence.state.unknown");
  }
}

function knownWords(t: TFunction, evidence: Evidence, name: FactName, now: string): Said | null {
  const date = (instant: string | null) => (instant === null ? null : formatNear(instant, now));
  const value = <T>(fact: Fact<T>): T | null => (fact.state === "known" ? fact.value : null);
  switch (name) {
    case "conversations":
      return conversationWords(t, value(evidence.conversations), date);
    case "files":
      return fileWords(t, value(evidence.files), date);
    case "events":
      return eventWords(t, value(evidence.events), date);
    case "tasks":
      return taskWords(t, value(evidence.tasks), date);
    case "notebook": {
      const known = value(evidence.notebook);
      if (!known) return null;
      if (known.last === null) return { title: t("evidence.noPages") };
      return { title: t("evidence.notebook"), when: date(known.last), more: known.title };
    }
    case "team": {
      const known = value(evidence.team);
      if (!known) return null;
      if (!known.archived) return { title: t("evidence.team"), more: t("evidence.teamThere") };
      return {
        title: t("evidence.teamArchived"),
        more: t("evidence.teamArchivedText"),
        warns: true,
      };
    }
    case "people":
      return peopleWords(t, value(evidence.people));
  }
}

type Value<Name extends FactName> = Extract<Evidence[Name], { state: "known" }>["value"] | null;
type Dated = (instant: string | null) => string | null;

function conversationWords(t: TFunction, known: Value<"conversations">, date: Dated): Said | null {
  if (!known) return null;
  const recent = figureWords(known.recent, (count, atLeast) =>
    atLeast
      ? t("evidence.recentAtLeast", { shown: formatNumber(count) })
      : t("evidence.recent", { count, shown: formatNumber(count) }),
  );
  if (known.last === null) return { title: t("evidence.noConversations") };
  const topic = known.topic && t("evidence.topic", { topic: known.topic });
  return { title: t("evidence.conversations"), when: date(known.last), more: parts(topic, recent) };
}

function fileWords(t: TFunction, known: Value<"files">, date: Dated): Said | null {
  if (!known) return null;
  if (known.last === null) return { title: t("evidence.noFiles") };
  const { name, by } = known;
  const more = name && by ? t("evidence.fileBy", { name, by }) : (name ?? by);
  return { title: t("evidence.files"), when: date(known.last), more };
}

function eventWords(t: TFunction, known: Value<"events">, date: Dated): Said | null {
  if (!known) return null;
  const title = figureWords(known.upcoming, (count, atLeast) => {
    if (count === 0) return t("evidence.noEvents");
    return atLeast
      ? t("evidence.eventsAtLeast", { shown: formatNumber(count) })
      : t("evidence.events", { count, shown: formatNumber(count) });
  });
  if (!title) return null;
  const { next, subject } = known;
  const more =
    next && t("evidence.eventNext", { subject: subject ?? t("evidence.eventNextUnnamed") });
  return { title, when: date(next), more };
}

function taskWords(t: TFunction, known: Value<"tasks">, date: Dated): Said | null {
  if (!known) return null;
  const { plans, open, late, due } = known;
  const where = t("evidence.plans", { count: plans, shown: formatNumber(plans) });
  if (open === 0) return { title: t("evidence.noTasks"), more: where };
  const tasks = t("evidence.tasks", { count: open, shown: formatNumber(open) });
  const title = late > 0 ? t("evidence.tasksLate", { tasks, late: formatNumber(late) }) : tasks;
  return { title, when: date(due), more: where };
}

function peopleWords(t: TFunction, known: Value<"people">): Said | null {
  if (!known) return null;
  const { owners, enabledOwners, disabled, members, guests } = known;
  const counted = (kind: "owners" | "members" | "guests", count: number): string =>
    t(`evidence.${kind}`, { count, shown: formatNumber(count) });
  const people = members === null ? t("evidence.membersUnknown") : counted("members", members);
  const strangers =
    guests === null ? null : guests === 0 ? t("evidence.noGuests") : counted("guests", guests);
  return {
    title: parts(counted("owners", owners), people) ?? "",
    more: parts(
      strangers,
      disabled.length > 0 ? t("evidence.disabled", { names: disabled.join(", ") }) : null,
    ),
    warns: enabledOwners === 0,
  };
}

const parts = (...all: (string | null)[]): string | null => all.filter(Boolean).join(" · ") || null;

function figureWords(
  figure: Figure,
  words: (count: number, atLeast: boolean) => string,
): string | null {
  return figure.state === "known" ? words(figure.count, figure.atLeast) : null;
}
