/** The keys of the desk: a decision is one key, wherever the focus is. */
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";

import type { GroupSummary } from "@/ipc/bindings";
import { useSession } from "@/ipc/session";
import { links } from "@/lib/links";
import { useShortcut } from "@/shortcuts/registry";
import { useTime } from "./TimeProvider";

interface Props {
  group: GroupSummary | undefined;
  onMove: (by: number) => void;
  onRenew: (group: GroupSummary) => Promise<void>;
  onStar: (group: GroupSummary, marked: boolean) => void;
}

export function RenewalKeys({ group, onMove, onRenew, onStar }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const time = useTime();
  const canManage = useSession()?.canManage ?? false;
  const renew = () => group && void onRenew(group);
  const star = () => group && onStar(group, group.favorite.marked !== true);
  const open = () => group && void navigate(links.group(group.id));
  const some = { enabled: group !== undefined };
  useShortcut("j", t("renewals.keys.next"), () => onMove(1));
  useShortcut("k", t("renewals.keys.previous"), () => onMove(-1));
  useShortcut("r", t("renewals.keys.renew"), renew, {
    enabled: canManage && group !== undefined && group.expires !== null,
  });
  useShortcut("f", t("renewals.keys.star"), star, some);
  useShortcut("o", t("renewals.keys.open"), open, some);
  useShortcut("+", t("renewals.keys.zoomIn"), () => time.zoom(0.7));
  // On many keyboards the same key needs Shift.
  useShortcut("Shift++", t("renewals.keys.zoomIn"), () => time.zoom(0.7));
  useShortcut("-", t("renewals.keys.zoomOut"), () => time.zoom(1.4));
  useShortcut("ArrowLeft", t("renewals.keys.earlier"), () => time.pan(-0.1));
  useShortcut("ArrowRight", t("renewals.keys.later"), () => time.pan(0.1));
  useShortcut("t", t("renewals.keys.today"), time.today);
  return null;
}
