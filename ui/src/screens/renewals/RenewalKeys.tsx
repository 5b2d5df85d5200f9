/** The keys of the desk: a decision is one key, wherever the focus is. */
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";

import { useSession } from "@/ipc/session";
import { links } from "@/lib/links";
import { useShortcut } from "@/shortcuts/registry";
import type { Asking } from "./decisions/useAsking";
import { isRenewable, type DeskGroup } from "./gone";
import type { Marks } from "./many/useMarks";
import { useTime } from "./TimeProvider";
import type { Verdicts } from "./useVerdicts";

interface Props {
  group: DeskGroup | undefined;
  verdicts: Verdicts;
  asking: Asking;
  marks: Marks;
  onMove: (by: number) => void;
  onStar: (group: DeskGroup, marked: boolean) => void;
}

export function RenewalKeys(props: Props) {
  useMovingKeys(props);
  useDecisionKeys(props);
  useTimeKeys();
  return null;
}

function useMovingKeys({ group, marks, onMove }: Props): void {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const open = () => group && void navigate(links.group(group.id));
  useShortcut("j", t("renewals.keys.next"), () => onMove(1));
  useShortcut("k", t("renewals.keys.previous"), () => onMove(-1));
  useShortcut("o", t("renewals.keys.open"), open, { enabled: group !== undefined && !group.gone });
  useShortcut("x", t("renewals.keys.select"), () => group && marks.toggle(group.id), {
    enabled: group !== undefined,
  });
  useShortcut("Escape", t("renewals.keys.clear"), marks.clear, { enabled: marks.ids.size > 0 });
}

function useDecisionKeys({ group, verdicts, asking, onStar }: Props): void {
  const { t } = useTranslation();
  const canManage = useSession()?.canManage ?? false;
  const live = group !== undefined && !group.gone;
  const renewable = { enabled: group !== undefined && isRenewable(group) };
  useShortcut("r", t("renewals.keys.renew"), () => group && verdicts.renew(group), {
    enabled: canManage && renewable.enabled,
  });
  useShortcut("t", t("renewals.keys.later"), () => asking.ask("later"), renewable);
  useShortcut("l", t("renewals.keys.letExpire"), () => asking.ask("letExpire"), renewable);
  useShortcut("a", t("renewals.keys.ask"), () => asking.ask("ask"), renewable);
  useShortcut("b", t("renewals.keys.restore"), () => group && verdicts.restore(group), {
    enabled: canManage && group?.gone !== undefined,
  });
  const star = () => group && onStar(group, group.favorite.marked !== true);
  useShortcut("f", t("renewals.keys.star"), star, { enabled: live });
}

function useTimeKeys(): void {
  const { t } = useTranslation();
  const time = useTime();
  useShortcut("+", t("renewals.keys.zoomIn"), () => time.zoom(0.7));
  // On many keyboards the same key needs Shift, on others it needs none.
  useShortcut("Shift++", t("renewals.keys.zoomIn"), () => time.zoom(0.7));
  useShortcut("-", t("renewals.keys.zoomOut"), () => time.zoom(1.4));
  useShortcut("0", t("renewals.keys.today"), time.today);
  useShortcut("ArrowLeft", t("renewals.keys.earlier"), () => time.pan(-0.1));
  useShortcut("ArrowRight", t("renewals.keys.laterTime"), () => time.pan(0.1));
}
