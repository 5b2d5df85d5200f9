/** The keys that work on every screen. */
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate } from "react-router";

import { useRefresh } from "@/components/AsOf";
import { useRefreshDeleted } from "@/components/useRefreshDeleted";
import { links } from "@/lib/links";
import { openKeys, openPalette } from "@/shortcuts/palette";
import { useShortcut } from "@/shortcuts/registry";

export function useShellShortcuts(): void {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const go = (to: string) => () => void navigate(to);
  const everywhere = { where: "everywhere" } as const;
  useShortcut("$mod+k", t("shell.keys.palette"), openPalette, { ...everywhere, whileTyping: true });
  useShortcut("Shift+?", t("shell.keys.keys"), openKeys, { ...everywhere, inPalette: true });
  useShortcut("g h", t("shell.keys.goHome"), go(links.home), everywhere);
  useShortcut("g r", t("shell.keys.goRenewals"), go(links.renewals), everywhere);
  useShortcut("g g", t("shell.keys.goGroups"), go(links.groups), everywhere);
  useShortcut("g d", t("shell.keys.goDeleted"), go(links.deleted), everywhere);
  useShortcut("g p", t("shell.keys.goPolicies"), go(links.policies), everywhere);
  useShortcut("g a", t("shell.keys.goActivity"), go(links.activity), everywhere);
  useShortcut("g s", t("shell.keys.goSettings"), go(links.settings), everywhere);
  const refreshGroups = useRefresh();
  const { refresh: refreshDeleted } = useRefreshDeleted();
  const isDeleted = useLocation().pathname === links.deleted;
  useShortcut("$mod+Shift+r", t("shell.keys.refresh"), isDeleted ? refreshDeleted : refreshGroups, {
    ...everywhere,
    inPalette: true,
  });
}
