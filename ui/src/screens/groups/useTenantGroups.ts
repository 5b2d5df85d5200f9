/**
 * Groups of the whole tenant: any part of them, read a page at a time when its rows come into view, so
 * that a hundred thousand scroll like a hundred.
 */
import { keepPreviousData, useQueries, useQuery, type UseQueryResult } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";

import type { CommandError, TenantGroups } from "@/ipc/bindings";
import { TENANT_PAGE, tenantPageQuery } from "@/ipc/queries";
import type { Rows } from "./rows";

/** So many pages are kept current; others are read again when they come into view. */
const MOST = 12;

export interface TenantView {
  rows: Rows;
  total: number;
  /** How many groups the first reading has come to; `null` when it is complete. */
  reading: number | null;
  /** Why they could not be read. */
  error: CommandError | Error | null;
  pending: boolean;
  retry: () => void;
  onRange: (first: number, end: number) => void;
}

export function useTenantGroups(text: string): TenantView {
  const [{ asked, pages }, setPages] = useState({ asked: text, pages: [] as readonly number[] });
  const first = useQuery({ ...tenantPageQuery(text, 0), placeholderData: keepPreviousData });
  const { data, isPlaceholderData } = first;
  const wanted = asked === text && !isPlaceholderData ? pages : NONE;
  const others = useQueries({
    queries: wanted.map((page) => tenantPageQuery(text, page)),
    combine: dataOf,
  });
  const onRange = useCallback(
    (from: number, end: number) => setPages((before) => withPages(before, text, from, end)),
    [text],
  );
  const total = data?.total ?? 0;
  const rows = useMemo(
    () => joined(total, [0, ...wanted], [data, ...others]),
    [total, wanted, data, others],
  );
  return {
    rows,
    total,
    reading: data?.reading ?? null,
    error: first.error ?? data?.lastError ?? null,
    pending: first.isPending,
    retry: () => void first.refetch(),
    onRange,
  };
}

const NONE: readonly number[] = [];
const dataOf = (results: readonly UseQueryResult<TenantGroups>[]) =>
  results.map(({ data }) => data);

interface Wanted {
  asked: string;
  pages: readonly number[];
}

/** The pages of what is in view, and those of before that are still kept. The first one is always. */
function withPages(before: Wanted, text: string, first: number, end: number): Wanted {
  const last = Math.floor(Math.max(0, end - 1) / TENANT_PAGE);
  const seen: number[] = [];
  for (let page = Math.floor(first / TENANT_PAGE); page <= last; page += 1) seen.push(page);
  const kept = before.asked === text ? before.pages : [];
  const fresh = seen.filter((page) => page > 0 && !kept.includes(page));
  if (fresh.length === 0 && before.asked === text) return before;
  return { asked: text, pages: [...kept, ...fresh].slice(-MOST) };
}

function joined(
  total: number,
  pages: readonly number[],
  read: readonly ({ groups: Rows } | undefined)[],
): Rows {
  const rows: (Rows[number] | undefined)[] = Array.from({ length: total });
  pages.forEach((page, place) =>
    read[place]?.groups.forEach((group, index) => {
      const at = page * TENANT_PAGE + index;
      if (at < total) rows[at] = group;
    }),
  );
  return rows;
}
