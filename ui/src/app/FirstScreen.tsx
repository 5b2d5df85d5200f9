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
import { activityQuery, deletedQuery, groupsQuery, policiesQuery } from "@/ipc/queries";
import { afterPaint } from "@/lib/paint";

const STAGES: readonly ReadyStage[] = ["painted", "interactive", "complete"];
/** How many stages have passed when the list answers. */
const INTERACTIVE = 2;

/** How far each window's first screen was told, and may be told; by its cache. */
type Telling = { told: number; upTo: number; busy: boolean };
const tellings = new WeakMap<QueryClient, Telling>();

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

/** The same for the screen of what the tenant decides. */
export function FirstScreenOfPolicies() {
  const { isPending } = useQuery(policiesQuery());
  return <FirstScreen isThere={!isPending} />;
}

/** The same for the screen of what was done. */
export function FirstScreenOfActivity() {
  const { isPending } = useInfiniteQuery(activityQuery("", null));
  return <FirstScreen isThere={!isPending} />;
}

const isThere = (list: GroupList | undefined): boolean =>
  list !== undefined && (list.asOf !== null || !list.refreshing);

/** Allows so many stages to be told; the one that is being painted is not begun anew. */
function tellUpTo(client: QueryClient, stages: number): () => void {
  const telling = tellings.get(client) ?? { told: 0, upTo: 0, busy: false };
  tellings.set(client, telling);
  telling.upTo = stages;
  if (!telling.busy) tellNext(telling);
  return () => {
    telling.upTo = telling.told;
  };
}

/** Tells the next stage once what was rendered for it is painted. */
function tellNext(telling: Telling): void {
  telling.busy = telling.told < telling.upTo;
  if (telling.busy) afterPaint(() => void tell(telling));
}

async function tell(telling: Telling): Promise<void> {
  // A list that was there at the first paint answers from then on. A picture wants one more paint.
  const painted = Math.min(telling.upTo, Math.max(INTERACTIVE, telling.told + 1));
  for (const stage of STAGES.slice(telling.told, painted)) {
    telling.told += 1;
    // A window that cannot be told of is shown by the shell's own timer.
    await call("window_ready", { stage }).catch(() => undefined);
  }
  tellNext(telling);
}
