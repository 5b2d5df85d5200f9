/** The keys of the Groups screen that work wherever the focus is: for the selected groups, else for the active row. */
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";

import type { GroupSummary } from "@/ipc/bindings";
import { links } from "@/lib/links";
import { useShortcut } from "@/shortcuts/registry";
import { canRenew, type BulkActions } from "./bulk/BulkBar";
import type { Selection } from "./useSelection";

interface Props {
  /** The active row's group. */
  focused: GroupSummary | undefined;
  selection: Selection;
  looking: boolean;
  canManage: boolean;
  actions: BulkActions;
  onMove: (by: number) => void;
  onLook: () => void;
  onOpen: (group: GroupSummary) => void;
  onStar: (group: GroupSummary, marked: boolean) => void;
  onRenew: (group: GroupSummary) => void;
  onClose: () => void;
}

export function DeskKeys(props: Props) {
  const { focused, selection, canManage, actions } = props;
  const { t } = useTranslation();
  const navigate = useNavigate();
  const many = selection.ids.size > 0;
  const some = { enabled: focused !== undefined || many };
  const active = { enabled: focused !== undefined };
  const renewable = many ? selection.groups.some(canRenew) : focused && canRenew(focused);
  const star = () => {
    if (many) actions.star(!selection.groups.every(({ favorite }) => favorite.marked === true));
    else if (focused) props.onStar(focused, focused.favorite.marked !== true);
  };
  const renew = () => (many ? actions.renew() : focused && props.onRenew(focused));
  useShortcut("j", t("groups.keys.next"), () => props.onMove(1));
  useShortcut("k", t("groups.keys.previous"), () => props.onMove(-1));
  useShortcut("o", t("groups.keys.open"), () => focused && props.onOpen(focused), active);
  useShortcut("q", t("groups.keys.look"), props.onLook);
  useShortcut("x", t("groups.keys.select"), () => focused && selection.toggle(focused), active);
  useShortcut("$mod+a", t("groups.keys.selectAll"), selection.all);
  useShortcut("f", t("groups.keys.star"), star, some);
  useShortcut("s", t("groups.keys.star"), star, some);
  useShortcut("r", t("groups.keys.renew"), renew, { enabled: canManage && Boolean(renewable) });
  useShortcut("Delete", t("groups.keys.delete"), actions.remove, { enabled: canManage && many });
  useShortcut("n", t("groups.keys.new"), () => void navigate(links.newGroup), {
    enabled: canManage,
  });
  useShortcut("Escape", t("groups.keys.close"), props.onClose, {
    enabled: props.looking || many,
  });
  return null;
}
