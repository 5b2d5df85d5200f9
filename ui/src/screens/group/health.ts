/** What is not in order with a group's owners, in a sentence. */
import type { TFunction } from "i18next";

import type { HealthIssue } from "@/ipc/bindings";

export function healthWords(t: TFunction, issue: HealthIssue): string {
  switch (issue.kind) {
    case "noOwner":
      return t("group.health.noOwner");
    case "oneOwner":
      return issue.me
        ? t("group.health.onlyYou")
        : t("group.health.oneOwner", { name: issue.person.displayName });
    case "ownerDisabled":
      return t("group.health.ownerDisabled", { name: issue.person.displayName });
    case "ownerGuest":
      return t("group.health.ownerGuest", { name: issue.person.displayName });
    case "ownerNotMember":
      return issue.me
        ? t("group.health.youNoMember")
        : t("group.health.ownerNoMember", { name: issue.person.displayName });
  }
}
