/** Whether the service would take the name and alias as they are written, asked once the typing stops. */
import { useQuery } from "@tanstack/react-query";

import type { NameVerdict } from "@/ipc/bindings";
import { nameCheckQuery } from "@/ipc/queries";
import { useSettled } from "@/lib/useSettled";
import { useOpenGroup } from "../openGroup";
import type { DraftOf } from "./useDraft";

const PAUSE_MS = 400;

/** `null` while nothing was changed, and while the answer is of something else that was typed. */
export function useNameCheck(draft: DraftOf): NameVerdict | null {
  const { groupId } = useOpenGroup();
  const changed = draft.dirty.filter((each) => each === "displayName" || each === "mailNickname");
  const name = draft.value("displayName").trim();
  const alias = changed.includes("mailNickname") ? draft.value("mailNickname").trim() : null;
  const askedName = useSettled(name, PAUSE_MS);
  const askedAlias = useSettled(alias, PAUSE_MS);
  const { data, isPlaceholderData } = useQuery({
    ...nameCheckQuery({ groupId, displayName: askedName, mailNickname: askedAlias }),
    enabled: changed.length > 0,
  });
  if (changed.length === 0 || isPlaceholderData) return null;
  return askedName === name && askedAlias === alias ? (data ?? null) : null;
}
