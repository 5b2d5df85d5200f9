/**
 * Tells the shell how far the first screen has come, so that the window appears when there is something
 * to see, its start can be measured, and a picture shows all of it. Stands beside a screen, inside its
 * Suspense boundary.
 */
import {
  useInfiniteQuery,
  useIsFetching,
  useQuery,
  useQueryClient,
  type QueryClient,
} from "@tanstack/react-query";
import { useEffect } from "react";

import { usePeopleSettled } from "@/components/usePeople";
import type { GroupList, ReadyStage } from "@/ipc/bindings";
import { call } from "@/ipc/call";
import { activityQuery, deletedQuery, groupsQuery } from "@/ipc/queries";
import { afterPaint } from "@/lib/paint";

const STAGES: readonly ReadyStage[] = ["painted", "interactive", "complete"];

/** How many stages of each window's first screen were told, by its cache. */
const told = new WeakMap<QueryClient, number>();

/** A screen whose list `isThere`, if it has one, and whose list is `whole`, with nothing to come. */
export function FirstScreen({ isThere = true, whole = true }) {
  const client = useQueryClient();
  const peopleSettled = usePeopleSettled();
  const reading = useIsFetching() > 0 || !peopleSettled || !whole;
  const stages = isThere ? (reading ? 2 : 3) : 1;
  useEffect(() => tellUpTo(client, stages), [client, stages]);
  return null;
}

/** The same for a screen that shows groups. */
export function FirstScreenOfGroups() {
  const { data, isError } = useQuery(groupsQuery());
  return (
    <FirstScreen isThere={isError || isThere(data)} whole={isError || data?.refreshing === false} />
  );
}

/** The same for the screen of deleted groups. */
export function FirstScreenOfDeleted() {
  const { data, isError } = useQuery(deletedQuery());
  const there = data !== undefined && (data.asOf !== null || data.lastError !== null);
  return <FirstScreen isThere={isError || there} />;
}

/** The same for the screen of what was done. */
export function FirstScreenOfActivity() {
  const { isPending } = useInfiniteQuery(activityQuery("", null));
  return <FirstScreen isThere={!isPending} />;
}

const isThere = (list: GroupList | undefined): boolean =>
  list !== undefined && (list.asOf !== null || !list.refreshing);

/** Tells the next stages, each when what was rendered for it is painted. */
function tellUpTo(client: QueryClient, stages: number): () => void {
  let stop = () => undefined as void;
  let stopped = false;
  const tellNext = () => {
    const next = told.get(client) ?? 0;
    const stage = STAGES[next];
    if (stopped || stage === undefined || next >= stages) return;
    stop = afterPaint(() => {
      told.set(client, next + 1);
      // A window that cannot be told of is shown by the shell's own timer.
      void call("window_ready", { stage })
        .catch(() => undefined)
        .then(tellNext);
    });
  };
  tellNext();
  return () => {
    stopped = true;
    stop();
  };
}
