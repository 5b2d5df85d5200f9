/**
 * A group's conversations as far as somebody has scrolled, a stretch of a hundred after the other. Stretches that are
 * out of view stay as they were last known, and are read again when they come back.
 */
import { useQueries, useQuery, useQueryClient, type UseQueryResult } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";

import type { CommandError, Conversation, ConversationList, MailboxState } from "@/ipc/bindings";
import { CONVERSATIONS_PAGE, conversationsQuery } from "@/ipc/queries";

export interface Listed {
  /** `undefined` until the first answer. */
  head: ConversationList | undefined;
  mailbox: MailboxState | undefined;
  conversations: readonly Conversation[];
  more: boolean;
  error: CommandError | Error | null;
  reading: boolean;
  /** Asks the service, whatever was read before. */
  readAnew: () => void;
  /** Tells which rows are drawn. */
  onRange: (first: number, end: number) => void;
}

interface View {
  /** How many stretches are wanted. */
  count: number;
  first: number;
  last: number;
}

/** So many rows before the end the next stretch is asked for. */
const AHEAD = 40;

const resultsOf = (results: UseQueryResult<ConversationList>[]) => results.map(({ data }) => data);

export function useConversations(groupId: string): Listed {
  const client = useQueryClient();
  const [view, setView] = useState<View>({ count: 1, first: 0, last: 0 });
  const [reading, setReading] = useState(false);
  const head = useQuery(conversationsQuery(groupId, 0));
  const others = useQueries({
    queries: Array.from({ length: view.count - 1 }, (_, index) => ({
      ...conversationsQuery(groupId, index + 1),
      enabled: index + 1 >= view.first && index + 1 <= view.last,
    })),
    combine: resultsOf,
  });
  const { conversations, more } = useMemo(
    () => joined([head.data, ...others]),
    [head.data, others],
  );
  const onRange = useCallback(
    (first: number, end: number) =>
      setView((before) => viewed(before, first, end, conversations.length, more)),
    [conversations.length, more],
  );
  const readAnew = () => {
    setReading(true);
    void client
      .fetchQuery({ ...conversationsQuery(groupId, 0, true), staleTime: 0 })
      .catch(() => undefined)
      .finally(() => setReading(false));
  };
  return {
    head: head.data,
    mailbox: head.data?.mailbox,
    conversations,
    more,
    error: head.error ?? (head.data?.asOf === null ? head.data.lastError : null),
    reading,
    readAnew,
    onRange,
  };
}

function viewed(before: View, first: number, end: number, known: number, more: boolean): View {
  const wantsNext = more && end > known - AHEAD;
  const count = wantsNext ? Math.floor(known / CONVERSATIONS_PAGE) + 1 : before.count;
  const next = {
    count: Math.max(before.count, count),
    first: Math.floor(first / CONVERSATIONS_PAGE),
    last: Math.floor((end + AHEAD) / CONVERSATIONS_PAGE),
  };
  const same = next.count === before.count && next.first === before.first;
  return same && next.last === before.last ? before : next;
}

/** What came to the front meanwhile pushes others into the next stretch: nobody stands there twice. */
function joined(stretches: readonly (ConversationList | undefined)[]) {
  const seen = new Map<string, Conversation>();
  let more = false;
  for (const stretch of stretches) {
    if (!stretch) break;
    stretch.conversations.forEach((each) => seen.has(each.id) || seen.set(each.id, each));
    more = stretch.more;
  }
  return { conversations: [...seen.values()], more };
}
