/** The keys of the Groups screen that work wherever the focus is, for the row that is active. */
import { useTranslation } from "react-i18next";

import type { GroupSummary } from "@/ipc/bindings";
import { useShortcut } from "@/shortcuts/registry";

interface Props {
  group: GroupSummary | undefined;
  canRenew: boolean;
  open: boolean;
  onMove: (by: number) => void;
  onStar: (group: GroupSummary) => void;
  onRenew: (group: GroupSummary) => void;
  onClose: () => void;
}

export function GroupKeys({ group, canRenew, open, onMove, onStar, onRenew, onClose }: Props) {
  const { t } = useTranslation();
  const star = () => group && onStar(group);
  const some = { enabled: group !== undefined };
  useShortcut("j", t("groups.keys.next"), () => onMove(1));
  useShortcut("k", t("groups.keys.previous"), () => onMove(-1));
  useShortcut("f", t("groups.keys.star"), star, some);
  useShortcut("s", t("groups.keys.star"), star, some);
  useShortcut("r", t("groups.keys.renew"), () => group && onRenew(group), { enabled: canRenew });
  useShortcut("Escape", t("groups.keys.close"), onClose, { enabled: open });
  return null;
}
