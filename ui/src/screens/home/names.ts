/** Names in a sentence: the first few, and how many more there are. */
import type { TFunction } from "i18next";

import type { GroupSummary } from "@/ipc/bindings";
import { locale } from "@/lib/dates";

const list = new Intl.ListFormat(locale, { type: "conjunction" });

export function namesOf(t: TFunction, groups: readonly GroupSummary[], most = 2): string {
  // One name more is as short as saying that there is one more.
  const names = groups
    .slice(0, groups.length === most + 1 ? most + 1 : most)
    .map(({ displayName }) => displayName);
  const more = groups.length - names.length;
  return list.format(more > 0 ? [...names, t("home.others", { count: more })] : names);
}
