/** Who is selected, by X, by a click on the picture, or from one to another with Shift. */
import { useCallback, useMemo, useRef, useState } from "react";

import type { MemberRow } from "./pending";

export interface Selection {
  selected: readonly MemberRow[];
  has: (personId: string) => boolean;
  /** Selects or unselects; with `range`, everybody from the last one to this one. */
  toggle: (row: MemberRow, range?: boolean) => void;
  /** Selects both, for arrows with Shift. */
  extend: (from: MemberRow, to: MemberRow) => void;
  all: () => void;
  clear: () => void;
}

export function useSelection(rows: readonly MemberRow[]): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const anchor = useRef<string | null>(null);
  const toggle = useCallback(
    (row: MemberRow, range = false) => {
      const at = (id: string | null) => rows.findIndex(({ person }) => person.id === id);
      const [from, to] = [at(anchor.current), at(row.person.id)];
      anchor.current = row.person.id;
      setIds((before) => {
        const next = new Set(before);
        if (range && from >= 0) {
          const between = rows.slice(Math.min(from, to), Math.max(from, to) + 1);
          between.forEach(({ person }) => next.add(person.id));
        } else if (!next.delete(row.person.id)) {
          next.add(row.person.id);
        }
        return next;
      });
    },
    [rows],
  );
  return {
    // Who is no longer shown is no longer selected: nothing is done to people out of sight.
    selected: useMemo(() => rows.filter(({ person }) => ids.has(person.id)), [rows, ids]),
    has: (id) => ids.has(id),
    toggle,
    extend: useCallback((from: MemberRow, to: MemberRow) => {
      anchor.current = to.person.id;
      setIds((before) => new Set([...before, from.person.id, to.person.id]));
    }, []),
    all: () => setIds(new Set(rows.map(({ person }) => person.id))),
    clear: useCallback(() => setIds(new Set()), []),
  };
}
