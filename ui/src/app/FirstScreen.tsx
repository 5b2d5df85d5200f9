/**
 * Tells the shell how far the first screen has come, so that the window appears when there is something
 * to see, and its start can be measured. Stands beside a screen, inside its Suspense boundary.
 */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";

import type { GroupList } from "@/ipc/bindings";
import { call } from "@/ipc/call";
import { groupsQuery } from "@/ipc/queries";
import { afterPaint } from "@/lib/paint";

const tell = (complete: boolean) => {
  // A window that cannot be told of is shown by the shell's own timer.
  call("window_ready", { complete }).catch(() => undefined);
};

export function FirstScreen({ complete }: { complete: boolean }) {
  const told = useRef<boolean | null>(null);
  useEffect(() => {
    if (told.current === true || told.current === complete) return;
    return afterPaint(() => {
      told.current = complete;
      tell(complete);
    });
  }, [complete]);
  return null;
}

/** The same for a screen that shows groups. */
export function FirstScreenOfGroups() {
  const { data, isError } = useQuery(groupsQuery());
  return <FirstScreen complete={isError || isThere(data)} />;
}

const isThere = (list: GroupList | undefined): boolean =>
  list !== undefined && (list.asOf !== null || !list.refreshing);
