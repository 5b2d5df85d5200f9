/** What the palette finds for a query: screens, actions with their keys, groups by name; recent ones first. */
import {
  DeleteRegular,
  DesktopRegular,
  HistoryRegular,
  HomeRegular,
  PeopleAddRegular,
  PeopleListRegular,
  PeopleRegular,
  PulseRegular,
  SettingsRegular,
  ShieldCheckmarkRegular,
  TextGrammarLightningRegular,
} from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import { useMemo, type ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";

import type { GroupSummary, Theme } from "@/ipc/bindings";
import { groupsQuery } from "@/ipc/queries";
import { useChangeSettings } from "@/ipc/session";
import { fold, matches, wordsOf } from "@/lib/folding";
import { links, type PolicyArea } from "@/lib/links";
import { useShortcuts } from "@/shortcuts/registry";

export interface Finding {
  id: string;
  name: string;
  kind: "group" | "screen" | "action";
  icon: ReactElement;
  /** Keys that do the same. */
  keys?: string;
  run: () => void;
}

const MOST = 50;
const AREAS = [
  "expiration",
  "naming",
  "creation",
  "guests",
  "classification",
  "guidelines",
  "templates",
] as const satisfies readonly PolicyArea[];
let recent: readonly string[] = [];

/** Remembers what was chosen, so that it stands first the next time. */
export const remember = (id: string): void => {
  recent = [id, ...recent.filter((each) => each !== id)].slice(0, 8);
};

export function useFindings(query: string): Finding[] {
  const fixed = [...useScreens(), ...useActions()];
  const groups = useGroups(query);
  const words = wordsOf(query);
  const found = [...fixed.filter(({ name }) => matches(fold(name), words)), ...groups];
  // Names that begin with what was typed come first; then what was used last.
  return found.sort((a, b) => rank(a, query) - rank(b, query)).slice(0, MOST);
}

function rank(finding: Finding, query: string): number {
  const place = recent.indexOf(finding.id);
  return (place < 0 ? 0 : place - recent.length) - 100 * closeness(fold(finding.name), fold(query));
}

/** 2 when the name begins with the query, 1 when one of its words does. */
function closeness(name: string, query: string): number {
  if (query === "") return 0;
  if (name.startsWith(query)) return 2;
  return name.includes(` ${query}`) ? 1 : 0;
}

function useScreens(): Finding[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const screen = (name: string, to: string, icon: ReactElement, keys?: string): Finding => ({
    id: to,
    name,
    kind: "screen",
    icon,
    keys,
    run: () => void navigate(to),
  });
  return [
    screen(t("shell.home"), links.home, <HomeRegular />, "g h"),
    screen(t("shell.renewals"), links.renewals, <HistoryRegular />, "g r"),
    screen(t("shell.groups"), links.groups, <PeopleRegular />, "g g"),
    screen(t("groups.new"), links.newGroup, <PeopleAddRegular />),
    screen(t("across.title"), links.people, <PeopleListRegular />),
    screen(t("shell.deleted"), links.deleted, <DeleteRegular />, "g d"),
    screen(t("shell.policies"), links.policies, <ShieldCheckmarkRegular />, "g p"),
    ...AREAS.map((area) =>
      screen(t(`shell.policy.${area}`), links.policy(area), <ShieldCheckmarkRegular />),
    ),
    screen(t("shell.activity"), links.activity, <PulseRegular />, "g a"),
    screen(t("shell.settings"), links.settings, <SettingsRegular />, "g s"),
  ];
}

function useActions(): Finding[] {
  const { t } = useTranslation();
  const change = useChangeSettings();
  const shortcuts = useShortcuts();
  const theme = (name: string, theme: Theme): Finding => ({
    id: `theme ${theme}`,
    name,
    kind: "action",
    icon: <DesktopRegular />,
    run: () => change.mutate({ theme }),
  });
  return [
    ...shortcuts
      .filter(({ inPalette }) => inPalette)
      .map(({ keys, label, run }): Finding => ({
        id: label,
        name: label,
        kind: "action",
        icon: <TextGrammarLightningRegular />,
        keys,
        run,
      })),
    theme(t("shell.palette.themeSystem"), "system"),
    theme(t("shell.palette.themeLight"), "light"),
    theme(t("shell.palette.themeDark"), "dark"),
    theme(t("shell.palette.themeHighContrast"), "highContrast"),
  ];
}

function useGroups(query: string): Finding[] {
  const navigate = useNavigate();
  const { data } = useQuery(groupsQuery());
  const folded = useMemo(
    () =>
      data?.groups.map((group) => ({
        group,
        text: fold(`${group.displayName} ${group.mailNickname}`),
      })),
    [data?.groups],
  );
  return useMemo(() => {
    const words = wordsOf(query);
    const found: GroupSummary[] = [];
    for (const { group, text } of folded ?? []) {
      const wanted = words.length > 0 ? matches(text, words) : recent.includes(group.id);
      if (wanted) found.push(group);
      if (found.length >= MOST) break;
    }
    return found.map((group) => ({
      id: group.id,
      name: group.displayName,
      kind: "group" as const,
      icon: <PeopleRegular />,
      run: () => void navigate(links.group(group.id)),
    }));
  }, [folded, query, navigate]);
}
