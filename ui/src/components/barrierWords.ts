/** Why somebody may not create groups, in a sentence. */
import type { TFunction } from "i18next";

import type { CreationBarrier } from "@/ipc/bindings";

export function barrierWords(t: TFunction, barrier: CreationBarrier): string {
  if (barrier.kind === "off") return t("newgroup.barrier.off");
  return barrier.groupName
    ? t("newgroup.barrier.notAmongCreators", { group: barrier.groupName })
    : t("newgroup.barrier.notAmongSome");
}
