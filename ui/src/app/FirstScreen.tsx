/**
 * Tells the shell how far the first screen has come, so that the window appears when there is something
 * to see, and its start can be measured. Stands beside a screen, inside its Suspense boundary.
 */
import {
  useInfiniteQuery,
  useQuery,
  useQueryClient,
  type QueryClient,
} from "@tanstack/react-query";
import { useEffect } from "react";

import type { GroupList } from "@/ipc/bindings";
import { call } from "@/ipc/call";
import { activityQuery, deletedQuery, groupsQuery } from "@/ipc/queries";
import { afterPaint } from "@/lib/paint";

/** How far each window's first screen is known to have come, by its cache. */
const told = new WeakMap<QueryClient, boolean>();

export function FirstScreen({ complete }: { complete: boolean }) {
  const client = useQueryClient();
  useEffect(() => {
    const before = told.get(client);
    if (before === true || before === complete) return;
    return afterPaint(() => {
      told.set(client, complete);
      // A window that cannot be told of is shown by the shell's own timer.
      call("window_ready", { complete }).catch(() => undefined);
    });
  }, [client, complete]);
  return null;
}

/** The same for a screen that shows groups. */
export function FirstScreenOfGroups() {
  const { data, isError } = useQuery(groupsQuery());
  return <FirstScreen complete={isError || isThere(data)} />;
}

/** The same for the screen of deleted groups. */
export function FirstScreenOfDeleted() {
  const { data, isError } = useQuery(deletedQuery());
  const there = data !== undefined && (data.asOf !== null || data.lastError !== null);
  return <FirstScreen complete={isError || there} />;
}

/** The same for the screen of what was done. */
export function FirstScreenOfActivity() {
  const { isPending } = useInfiniteQuery(activityQuery("", null));
  return <FirstScreen complete={!isPending} />;
}

const isThere = (list: GroupList | undefined): boolean =>
  list !== undefined && (list.asOf !== null || !list.refreshing);
