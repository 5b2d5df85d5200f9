/** The group that is open: what every part of its screen shares. */
import { createContext, useContext } from "react";

import type { GroupDetails, GroupSummary, Role } from "@/ipc/bindings";
import type { Adding } from "./add/useAdding";

export const TABS = ["overview", "members", "conversations", "calendar", "settings"] as const;
export type Tab = (typeof TABS)[number];

/** What stands at the right of the screen. */
export type Side = { kind: "add" } | { kind: "compare"; copy: boolean };

/** Answers whether there was something to do. */
export type Escaping = () => boolean;

export interface OpenGroup {
  groupId: string;
  summary: GroupSummary;
  /** `undefined` while they are not there. */
  details: GroupDetails | undefined;
  /** The service's present moment. */
  now: string;
  adding: Adding;
  side: Side | null;
  /** Begins to add people, where the list of them can be seen. */
  addPeople: (role: Role) => void;
  compare: (copy: boolean) => void;
  closeSide: () => void;
  show: (tab: Tab) => void;
  /** Says what Escape does first on the tab that is open; `null` for nothing of its own. */
  onEscape: (handle: Escaping | null) => void;
}

const OpenGroupContext = createContext<OpenGroup | null>(null);

export const OpenGroupProvider = OpenGroupContext.Provider;

export function useOpenGroup(): OpenGroup {
  const group = useContext(OpenGroupContext);
  if (!group) throw new Error("No group is open around this component.");
  return group;
}
