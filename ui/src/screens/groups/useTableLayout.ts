/** How the table is left: columns, widths, order and filters, kept for the next time a moment after a change. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";

import type { TableLayout } from "@/ipc/bindings";
import { tableLayoutMutation } from "@/ipc/mutations";
import { tableLayoutQuery } from "@/ipc/queries";

/** So long nothing has to change before it is kept. */
const SETTLE_MS = 500;

const USUAL: TableLayout = {
  columns: [],
  widths: {},
  sort: null,
  descending: false,
  filters: [],
};

export type ChangeLayout = (change: Partial<TableLayout>) => void;

/** `undefined` until it is known how it was left; what cannot be read is as usual. */
export function useKeptLayout(): TableLayout | undefined {
  const { data, isError } = useQuery(tableLayoutQuery());
  return isError ? USUAL : data;
}

export function useTableLayout(begin: TableLayout): [TableLayout, ChangeLayout] {
  const [layout, setLayout] = useState(begin);
  const kept = useRef(layout);
  const unkept = useRef<TableLayout | null>(null);
  // How a table was left is not worth a word when it cannot be kept.
  const { mutate } = useMutation(tableLayoutMutation(useQueryClient()));
  const keep = useCallback(() => {
    const latest = unkept.current;
    unkept.current = null;
    if (!latest) return;
    kept.current = latest;
    mutate(latest);
  }, [mutate]);
  useEffect(() => {
    if (layout === kept.current) return;
    unkept.current = layout;
    const timer = setTimeout(keep, SETTLE_MS);
    return () => clearTimeout(timer);
  }, [layout, keep]);
  // Who leaves at once is kept at once.
  useEffect(() => keep, [keep]);
  const change = useCallback<ChangeLayout>(
    (part) => setLayout((before) => ({ ...before, ...part })),
    [],
  );
  return [layout, change];
}
