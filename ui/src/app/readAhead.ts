/**
 * What the first screen shows is read while its script is loaded, so that it is drawn once and whole, and
 * not in steps of which each costs as much as the last.
 */
import type { QueryClient } from "@tanstack/react-query";

import type { AppStart } from "@/ipc/bindings";
import {
  accountsQuery,
  groupsQuery,
  jobsQuery,
  practiceQuery,
  tableLayoutQuery,
} from "@/ipc/queries";
import { links } from "@/lib/links";
import { loadScreenAt, screens } from "./screenScripts";

/** Nobody waits longer than this for what would be drawn later just as well. In milliseconds. */
const PATIENCE = 400;

export async function readAhead(client: QueryClient, begun: AppStart | null): Promise<void> {
  if (!begun) return;
  const waits = new Promise<void>((over) => setTimeout(over, PATIENCE));
  await Promise.race([Promise.allSettled(readings(client, begun)), waits]);
}

function readings(client: QueryClient, { session }: AppStart): Promise<unknown>[] {
  if (session.state !== "signedIn") return [screens.welcome()];
  const path = window.location.hash.slice(1).split("?")[0] ?? links.home;
  const practises = session.session.account.cloud === "practice";
  return [
    loadScreenAt(path),
    client.prefetchQuery(groupsQuery()),
    client.prefetchQuery(accountsQuery()),
    client.prefetchQuery(jobsQuery()),
    ...(practises ? [client.prefetchQuery(practiceQuery(true))] : []),
    ...(path === links.groups ? [client.prefetchQuery(tableLayoutQuery())] : []),
  ];
}
