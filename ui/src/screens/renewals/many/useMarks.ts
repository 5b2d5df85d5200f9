/** Which groups are selected for doing many at once. What is filtered away meanwhile stays selected no more. */
import { useCallback, useEffect, useMemo, useRef, useState } from "react";

import type { DeskGroup } from "../gone";

export interface Marks {
  ids: ReadonlySet<string>;
  groups: readonly DeskGroup[];
  toggle: (id: string) => void;
  /** Selects from where the last one was selected up to here. */
  extend: (id: string) => void;
  clear: () => void;
}

const NONE: ReadonlySet<string> = new Set();

export function useMarks(shown: readonly DeskGroup[]): Marks {
  const [chosen, setChosen] = useState(NONE);
  const anchor = useRef<string | null>(null);
  const rows = useRef(shown);
  useEffect(() => {
    rows.current = shown;
  });
  const groups = useMemo(
    () => (chosen.size === 0 ? [] : shown.filter(({ id }) => chosen.has(id))),
    [shown, chosen],
  );
  const ids = useMemo(() => new Set(groups.map(({ id }) => id)), [groups]);
  const toggle = useCallback((id: string) => {
    anchor.current = id;
    setChosen((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  const extend = useCallback((id: string) => {
    const places = [anchor.current ?? id, id].map((each) =>
      rows.current.findIndex((row) => row.id === each),
    );
    const [first = 0, last = 0] = places.sort((a, b) => a - b);
    const between = rows.current.slice(Math.max(0, first), last + 1);
    setChosen((before) => new Set([...before, ...between.map((row) => row.id)]));
  }, []);
  const clear = useCallback(() => setChosen(NONE), []);
  return { ids, groups, toggle, extend, clear };
}
