/** Why a policy cannot be changed, and which roles can, in a sentence. */
import type { TFunction } from "i18next";

import type { PolicyRight } from "@/ipc/bindings";

/** Nothing where it can be changed. */
export function lockedWords(t: TFunction, right: PolicyRight): string {
  const { obstacle, permissions } = right;
  if (!obstacle) return "";
  const list = new Intl.ListFormat("en", { type: "disjunction" });
  const roles = list.format(right.roles.map((role) => t(`permissions.role.${role}`)));
  return obstacle === "role"
    ? t("permissions.locked.role", { roles })
    : t("permissions.locked.permission", { permissions: permissions.join(", "), roles });
}
