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

export type PolicyArea =
  "expiration" | "naming" | "creation" | "guests" | "classification" | "guidelines" | "templates";

export const links = {
  home: "/",
  renewals: "/renewals",
  groups: "/groups",
  newGroup: "/groups/new",
  people: "/people",
  deleted: "/deleted",
  policies: "/policies",
  activity: "/activity",
  settings: "/settings",
  /** The sign-in form while somebody is signed in. */
  addAccount: "/welcome",
  /** The screen of one group. */
  group: (id: string) => `/groups/${encodeURIComponent(id)}`,
  /** The same at one of its tabs; its overview, where none is named. */
  groupTab: (
    id: string,
    tab?: "overview" | "members" | "conversations" | "calendar" | "settings",
  ) => `/groups/${encodeURIComponent(id)}${tab ? `/${tab}` : ""}`,
  /** One area of what the tenant decides; its answers to questions, where none is named. */
  policy: (area?: PolicyArea) => `/policies${area ? `/${area}` : ""}`,
  /** What was done in one group. */
  activityOf: (id: string) => `/activity?group=${encodeURIComponent(id)}`,
  /** One group, selected on the timeline. */
  renewal: (id: string) => `/renewals?group=${encodeURIComponent(id)}`,
  /** The Groups screen with filters on. */
  filtered: (...filters: GroupFilter[]) => `/groups?filter=${filters.join(",")}`,
} as const;
