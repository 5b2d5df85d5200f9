/** Any part of a long answer, read a page at a time when its rows come into view. */
import { useQueries } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";

import { POLICY_PAGE, type PageQuery } from "@/ipc/queries";

export interface Paged<T, Page> {
  /** Rows that are there; others are still to be read. */
  row: (index: number) => T | undefined;
  total: number;
  /** The first page, which says what else there is to know. */
  first: Page | undefined;
  pending: boolean;
  error: Error | null;
  retry: () => void;
  onRange: (first: number, end: number) => void;
}

interface PageOf<T> {
  rows: readonly T[];
  total: number;
}

type RowOf<Page extends PageOf<unknown>> = Page["rows"][number];

export function usePaged<Page extends PageOf<unknown>>(
  queryOf: (page: number) => PageQuery<Page>,
): Paged<RowOf<Page>, Page> {
  const [range, setRange] = useState<readonly [number, number]>([0, 1]);
  const pages = useMemo(() => pagesOf(range), [range]);
  const read = useQueries({ queries: pages.map(queryOf) });
  const first = read[0];
  const onRange = useCallback(
    (from: number, end: number) =>
      setRange((before) => (before[0] === from && before[1] === end ? before : [from, end])),
    [],
  );
  const row = (index: number): RowOf<Page> | undefined => {
    const place = pages.indexOf(Math.floor(index / POLICY_PAGE));
    return read[place]?.data?.rows[index % POLICY_PAGE];
  };
  return {
    row,
    total: first?.data?.total ?? 0,
    first: first?.data,
    pending: first?.isPending ?? false,
    error: first?.error ?? null,
    retry: () => void first?.refetch(),
    onRange,
  };
}

/** Those in view, and the first one always. */
function pagesOf([from, end]: readonly [number, number]): number[] {
  const pages = new Set([0]);
  for (let page = Math.floor(from / POLICY_PAGE); page * POLICY_PAGE < end; page += 1) {
    pages.add(page);
  }
  return [...pages];
}
