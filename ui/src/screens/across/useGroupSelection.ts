/** Which groups of the matrix are selected. */
import { useCallback, useMemo, useState } from "react";

import type { GroupSummary } from "@/ipc/bindings";

export interface GroupSelection {
  ids: ReadonlySet<string>;
  checked: boolean | "mixed";
  toggle: (group: GroupSummary) => void;
  /** Selects all that are shown, or none when all are. */
  all: () => void;
  clear: () => void;
}

const NONE: ReadonlySet<string> = new Set();

export function useGroupSelection(groups: readonly GroupSummary[]): GroupSelection {
  const [ids, setIds] = useState(NONE);
  const shown = useMemo(() => groups.filter(({ id }) => ids.has(id)).length, [groups, ids]);
  const toggle = useCallback(
    ({ id }: GroupSummary) =>
      setIds((before) => {
        const next = new Set(before);
        return next.delete(id) ? next : next.add(id);
      }),
    [],
  );
  const full = groups.length > 0 && shown === groups.length;
  return {
    ids,
    checked: full ? true : shown > 0 ? "mixed" : false,
    toggle,
    all: () => setIds(full ? NONE : new Set(groups.map(({ id }) => id))),
    clear: () => setIds(NONE),
  };
}
