/** Where things are, so that screens can point at each other without knowing each other. */

export type GroupFilter =
  | "owned"
  | "favorites"
  | "expiring"
  | "oneOwner"
  | "noOwner"
  | "public"
  | "team"
  | "dynamic"
  | "guests";

export const links = {
  home: "/",
  renewals: "/renewals",
  groups: "/groups",
  newGroup: "/groups/new",
  people: "/people",
  settings: "/settings",
  /** The sign-in form while somebody is signed in. */
  addAccount: "/welcome",
  /** One group, open in the Groups screen. */
  group: (id: string) => `/groups?group=${encodeURIComponent(id)}`,
  /** The screen of one group; its overview, where no tab is named. */
  groupTab: (id: string, tab?: "overview" | "members" | "settings") =>
    `/groups/${encodeURIComponent(id)}${tab ? `/${tab}` : ""}`,
  /** One group, selected on the timeline. */
  renewal: (id: string) => `/renewals?group=${encodeURIComponent(id)}`,
  /** The Groups screen with filters on. */
  filtered: (...filters: GroupFilter[]) => `/groups?filter=${filters.join(",")}`,
} as const;
