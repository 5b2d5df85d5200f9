/** The screens' scripts, each loaded when it is first opened, and which one an address asks for. */
import { links } from "@/lib/links";

export const screens = {
  welcome: () => import("@/screens/welcome"),
  home: () => import("@/screens/home"),
  renewals: () => import("@/screens/renewals"),
  groups: () => import("@/screens/groups"),
  group: () => import("@/screens/group"),
  newGroup: () => import("@/screens/newgroup"),
  people: () => import("@/screens/across"),
  deleted: () => import("@/screens/deleted"),
  policies: () => import("@/screens/policies"),
  activity: () => import("@/screens/activity"),
  settings: () => import("@/screens/settings"),
};

/** Loads the script of the screen at `path` ahead of its first picture. */
export async function loadScreenAt(path: string): Promise<void> {
  const load =
    Object.entries(screens).find(([name]) => pathOf(name) === path)?.[1] ??
    inside(path) ??
    screens.home;
  await load();
}

function inside(path: string): (() => Promise<unknown>) | undefined {
  if (path.startsWith(`${links.groups}/`)) return screens.group;
  return path.startsWith(`${links.policies}/`) ? screens.policies : undefined;
}

const pathOf = (name: string): unknown => links[name as keyof typeof links];
