/** What stands in the list: first what is being written or on its way, then the conversations. */
import type { Conversation, Draft } from "@/ipc/bindings";
import type { Opened } from "../desk";

export type Row =
  { kind: "draft"; draft: Draft } | { kind: "conversation"; conversation: Conversation };

export const rowsOf = (drafts: readonly Draft[], conversations: readonly Conversation[]): Row[] => [
  ...drafts.map((draft): Row => ({ kind: "draft", draft })),
  ...conversations.map((conversation): Row => ({ kind: "conversation", conversation })),
];

export const keyOf = (row: Row): string =>
  row.kind === "draft" ? `draft-${row.draft.id}` : row.conversation.id;

/** What opening a row opens: an answer is written where it is read. */
export function openedBy(row: Row): Opened {
  if (row.kind === "conversation") return { kind: "conversation", id: row.conversation.id };
  const { id, purpose } = row.draft;
  return purpose.kind === "new"
    ? { kind: "draft", id }
    : { kind: "conversation", id: purpose.conversationId };
}

export function isOpened(row: Row, opened: Opened | null): boolean {
  if (!opened) return false;
  return row.kind === "conversation"
    ? opened.kind === "conversation" && opened.id === row.conversation.id
    : opened.kind === "draft" && opened.id === row.draft.id;
}

/** The beginning of what the editor holds, as text. */
export function previewOf({ words }: Draft): string {
  if (words.plain) return words.body.slice(0, 200);
  const page = new DOMParser().parseFromString(words.body.replaceAll("<", " <"), "text/html");
  return (page.body.textContent ?? "").replace(/\s+/g, " ").trim().slice(0, 200);
}
