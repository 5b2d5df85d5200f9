/** How the desk was left, for coming back to it: as long as the window is open. */
import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";

import { EVERYTHING, type Filter } from "./filters";
import type { Grouping } from "./lanes";

/** How the queue is shown: on the time axis, or as a table of dates. */
export type Shape = "timeline" | "list";

export interface Look {
  filter: Filter;
  grouping: Grouping;
  shape: Shape;
}

const BEGIN: Look = { filter: EVERYTHING, grouping: "lane", shape: "timeline" };
/** By account: another one begins with nothing of the one before. */
const looks = new WeakMap<QueryClient, Map<string, Look>>();

/** Who comes for one group sees everything, since a filter might hide it. */
export function useLook(account: string, whole: boolean): [Look, (change: Partial<Look>) => void] {
  const client = useQueryClient();
  const [look, setLook] = useState((): Look => {
    const before = looks.get(client)?.get(account) ?? BEGIN;
    return whole ? { ...before, filter: EVERYTHING } : before;
  });
  useEffect(() => {
    const all = looks.get(client) ?? new Map<string, Look>();
    looks.set(client, all.set(account, look));
  }, [client, account, look]);
  const change = useCallback(
    (changed: Partial<Look>) => setLook((before) => ({ ...before, ...changed })),
    [],
  );
  return [look, change];
}
