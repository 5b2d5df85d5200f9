/** Sentences about changes: what a job or an item is called, in the tense that its state has. */
import type { TFunction } from "i18next";

import type { Action, ActivityItem, ItemState, JobTitle, Plan } from "@/ipc/bindings";
import { formatNumber } from "@/lib/dates";

type Tense = "will" | "doing" | "did" | "not" | "unsure";

const aboutPeople: readonly Action[] = ["addMember", "removeMember", "addOwner", "removeOwner"];

/** Whether an action puts people into groups or takes them out, and so is counted by people. */
const isAboutPeople = (action: Action): boolean => aboutPeople.includes(action);

/** "Adding 207 people to Hiring Loop": the title of a job or a plan. */
export function titleWords(t: TFunction, title: JobTitle, tense: Tense): string {
  const { action, people, groups } = title;
  const words = t(`jobs.${tense}.${action}`, {
    who: title.personName ?? t("jobs.people", { count: people, shown: formatNumber(people) }),
    where: title.groupName ? whereWords(t, action, title.groupName) : groupsWords(t, title),
    count: isAboutPeople(action) ? people : groups,
  });
  return title.undo ? t("jobs.undoOf", { title: words }) : words;
}

const groupsWords = (t: TFunction, { action, groups }: JobTitle): string =>
  action === "createGroup" && groups <= 1
    ? t("jobs.newGroup")
    : t("jobs.groups", { count: groups, shown: formatNumber(groups) });

/** The template of what is decided about Microsoft 365 groups. */
const GROUP_UNIFIED = "Group.Unified";

/** Settings are named after their group, or after the template that they were made from. */
function whereWords(t: TFunction, action: Action, name: string): string {
  if (action !== "changeSettings") return name;
  return name === GROUP_UNIFIED
    ? t("jobs.settingsOf.groups")
    : t("jobs.settingsOf.other", { name });
}

/** "Megan Bowen added to Hiring Loop": one item, as far as it has come. */
export function itemWords(t: TFunction, item: ActivityItem): string {
  return t(`jobs.${tenses[item.state]}.${item.action}`, {
    who: item.person?.displayName ?? t("jobs.somebody"),
    where: whereWords(t, item.action, item.groupName) || t("jobs.newGroup"),
    count: 1,
  });
}

/** Of a single item one can also say that it was so already. */
const tenses: Record<ItemState, Tense | "was"> = {
  planned: "will",
  sent: "doing",
  done: "did",
  already: "was",
  failed: "not",
  unknown: "unsure",
  skipped: "not",
};

/** "Add 207 people": what the button says that runs a plan. */
export function runWords(t: TFunction, { title }: Plan): string {
  if (title.undo) return t("jobs.run.undo");
  const { action } = title;
  const count = isAboutPeople(action) ? Math.max(1, title.people) : title.groups;
  return t(`jobs.run.${action}`, { count, shown: formatNumber(count) });
}
