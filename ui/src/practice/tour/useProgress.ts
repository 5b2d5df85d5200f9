/** Watches what happens to the groups while a step of the tour stands, and passes it when it is done. */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";

import type { GroupList } from "@/ipc/bindings";
import { deletedQuery, groupsQuery } from "@/ipc/queries";
import { wasRenewed, wasRestored, wasStarred, type Seen } from "./happened";
import type { Step } from "./useTour";

/** Mounted anew for every step: what happened before it does not count. */
export function useProgress(step: Step, pass: (step: Step) => void): Seen {
  const { data: groups } = useQuery(groupsQuery());
  const { data: deleted } = useQuery(deletedQuery());
  const before = useRef<GroupList>(undefined);
  const deletedOnce = useRef(new Set<string>());
  useEffect(() => {
    if (!groups) return;
    before.current ??= groups;
    deleted?.groups.forEach(({ id }) => deletedOnce.current.add(id));
    const done =
      (step === "renew" && wasRenewed(before.current, groups)) ||
      (step === "star" && wasStarred(before.current, groups)) ||
      (step === "restore" && wasRestored(deletedOnce.current, { groups, deleted }));
    if (done) pass(step);
  }, [step, groups, deleted, pass]);
  return { groups, deleted };
}
