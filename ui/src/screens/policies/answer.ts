/** What holds in the tenant, in a line: for the screen's title and for the list of areas. */
import type { TFunction } from "i18next";

import type {
  ExpirationState,
  ManagedGroups,
  NamePart,
  Policies,
  SettingsObject,
} from "@/ipc/bindings";
import { formatNumber } from "@/lib/dates";
import type { AreaName } from "./areas";
import { groupSettingsOf, isTrue, valueOf } from "./context";
import { listOf } from "./values/classification";

/** "Groups live 180 days, all 312 expire": the title. */
export function answerWords(t: TFunction, { expiration }: Policies): string {
  if (expiration.state === "unknown") return t("policies.title");
  if (expiration.state === "none") return t("policies.answer.none");
  const { policy, covered, groups } = expiration;
  return t(`policies.answer.${managedKey(policy.managed)}`, {
    days: formatNumber(policy.lifetimeDays),
    covered: formatNumber(covered),
    groups: formatNumber(groups),
    count: covered,
  });
}

/** A policy that covers no group is something else than no policy. */
const managedKey = (managed: ManagedGroups) => (managed === "none" ? "managedNone" : managed);

export function areaWords(t: TFunction, policies: Policies, area: AreaName): string {
  const { settings, expiration } = policies;
  if (area === "questions") return t("policies.state.questions");
  if (area === "expiration") return expirationWords(t, expiration);
  if (settings.state === "unknown") return t("policies.state.unknown");
  const object = groupSettingsOf(settings);
  switch (area) {
    case "naming":
      return namingWords(t, settings.naming.parts, settings.naming.blockedWords.length);
    case "creation":
      return creationWords(t, object, settings.creators?.displayName ?? null);
    case "guests":
      return t(`policies.state.guests.${isTrue(valueOf(object, "AllowToAddGuests"))}`);
    case "classification":
      return classificationWords(t, object);
    case "guidelines":
      return t(`policies.state.guidelines.${Boolean(valueOf(object, "UsageGuidelinesUrl"))}`);
    case "templates": {
      const made = settings.settings.filter(({ id }) => id !== null).length;
      return t("policies.state.templates", {
        count: settings.settings.length,
        shown: formatNumber(settings.settings.length),
        made: formatNumber(made),
      });
    }
  }
}

function expirationWords(t: TFunction, expiration: ExpirationState): string {
  if (expiration.state !== "active") return t(`policies.state.expiration.${expiration.state}`);
  const { policy, covered } = expiration;
  return t(`policies.state.expiration.${managedKey(policy.managed)}`, {
    days: formatNumber(policy.lifetimeDays),
    count: covered,
    shown: formatNumber(covered),
  });
}

export function partWords(t: TFunction, part: NamePart): string {
  if (part.kind === "text") return part.text;
  return part.kind === "groupName"
    ? t("policies.namePart")
    : t(`policies.attribute.${part.attribute}`);
}

function namingWords(t: TFunction, parts: readonly NamePart[], blocked: number): string {
  const has = parts.some(({ kind }) => kind !== "groupName");
  const rule = has
    ? parts
        .map((part) => partWords(t, part))
        .join(" ")
        .replace(/\s+/g, " ")
    : null;
  const words =
    blocked > 0
      ? t("policies.state.blocked", { count: blocked, shown: formatNumber(blocked) })
      : null;
  return [rule, words].filter(Boolean).join(" · ") || t("policies.state.noNaming");
}

export function creationWords(
  t: TFunction,
  object: SettingsObject | null,
  creators: string | null,
): string {
  if (isTrue(valueOf(object, "EnableGroupCreation"))) return t("policies.state.creation.everybody");
  return creators
    ? t("policies.state.creation.group", { group: creators })
    : t("policies.state.creation.administrators");
}

function classificationWords(t: TFunction, object: SettingsObject | null): string {
  if (isTrue(valueOf(object, "EnableMIPLabels"))) return t("policies.state.labels");
  const count = listOf(valueOf(object, "ClassificationList") ?? "").length;
  return count > 0
    ? t("policies.state.classifications", { count, shown: formatNumber(count) })
    : t("policies.state.noClassifications");
}
