/** The people of the open group as its Members tab shows them: narrowed, and with what was sent about them. */
import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useMemo, useState } from "react";

import type { FixedReason, HiddenMembers, MemberList } from "@/ipc/bindings";
import { membersQuery } from "@/ipc/queries";
import { useOpenGroup } from "../openGroup";
import { countPeople, narrow, type PeopleFilter } from "./filtering";
import { withPending, type MemberRow } from "./pending";
import { usePending } from "./usePending";

export interface Members {
  list: MemberList | undefined;
  error: unknown;
  retry: () => void;
  /** Owners that are shown, then members who are no owners. */
  owners: readonly MemberRow[];
  members: readonly MemberRow[];
  /** Everybody, in the order in which they are shown. */
  rows: readonly MemberRow[];
  /** How many there are without search and filters. */
  ownerCount: number;
  memberCount: number;
  /** How many of the owners are members too. */
  both: number;
  /** Why the members are not told; `null` when they are. */
  hidden: HiddenMembers | null;
  counts: Record<PeopleFilter, number>;
  text: string;
  setText: (text: string) => void;
  filters: ReadonlySet<PeopleFilter>;
  toggle: (filter: PeopleFilter) => void;
  clear: () => void;
  narrowed: boolean;
  fixed: FixedReason | null;
}

const NOBODY: MemberList["people"] = [];

export function useMembers(): Members {
  const { groupId, details } = useOpenGroup();
  const { data: list, error, refetch } = useQuery(membersQuery(groupId));
  const [text, setText] = useState("");
  const [filters, setFilters] = useState<ReadonlySet<PeopleFilter>>(new Set());
  const searched = useDeferredValue(text);
  const pending = usePending(groupId, list);
  const hidden = list?.hidden ?? null;
  const all = useMemo(() => {
    const rows = withPending(list?.people ?? NOBODY, pending);
    return hidden ? rows.map((row) => ({ ...row, hidden: true })) : rows;
  }, [hidden, list?.people, pending]);
  const shown = useMemo(() => narrow(all, searched, filters), [all, searched, filters]);
  const owners = useMemo(() => shown.filter(({ owner }) => owner), [shown]);
  const members = useMemo(() => shown.filter(({ owner }) => !owner), [shown]);
  const allOwners = useMemo(() => all.filter(({ owner }) => owner), [all]);
  const clear = () => {
    setText("");
    setFilters(new Set());
  };
  return {
    list,
    error,
    retry: () => void refetch(),
    owners,
    members,
    rows: useMemo(() => [...owners, ...members], [owners, members]),
    ownerCount: allOwners.length,
    memberCount: useMemo(() => all.filter(({ member }) => member).length, [all]),
    both: useMemo(() => allOwners.filter(({ member }) => member).length, [allOwners]),
    hidden,
    counts: useMemo(() => {
      const counts = countPeople(all);
      return hidden ? { ...counts, ownersOnly: 0 } : counts;
    }, [all, hidden]),
    text,
    setText,
    filters,
    toggle: (filter) =>
      setFilters((on) => {
        const next = new Set(on);
        if (!next.delete(filter)) next.add(filter);
        return next;
      }),
    clear,
    narrowed: filters.size > 0 || searched.trim() !== "",
    fixed: list?.fixed ?? details?.peopleFixed ?? null,
  };
}
