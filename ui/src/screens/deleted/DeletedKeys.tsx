/** The keys of the Deleted screen: for the selected groups, else for the active row. */
import { useTranslation } from "react-i18next";

import type { DeletedGroup } from "@/ipc/bindings";
import { useShortcut } from "@/shortcuts/registry";
import type { Desk } from "./useDesk";

interface Props {
  group: DeletedGroup | undefined;
  desk: Desk;
  canManage: boolean;
  onMove: (by: number) => void;
}

export function DeletedKeys({ group, desk, canManage, onMove }: Props) {
  const { t } = useTranslation();
  const many = desk.selected.size > 0;
  const restore = () => (many ? desk.restoreSelected() : group && desk.restore(group));
  useShortcut("j", t("deleted.keys.next"), () => onMove(1));
  useShortcut("k", t("deleted.keys.previous"), () => onMove(-1));
  useShortcut("x", t("deleted.keys.select"), () => group && desk.toggle(group.id));
  useShortcut("r", t("deleted.keys.bringBack"), restore, { enabled: canManage });
  useShortcut("Escape", t("deleted.keys.clear"), desk.clear, { enabled: many });
  return null;
}
