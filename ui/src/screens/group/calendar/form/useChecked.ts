/** What is found in the form before it is saved, asked for once somebody pauses. */
import { useQuery } from "@tanstack/react-query";

import type { EventChecked, EventInput } from "@/ipc/bindings";
import { eventCheckQuery } from "@/ipc/queries";
import { useSettled } from "@/lib/useSettled";
import { inputOf, type Draft } from "./draft";

/** Typing goes on without a question for each letter. */
const PAUSE_MS = 200;
/** Keeps the question the same while nothing can be asked. */
const NOTHING = "";

export function useChecked(draft: Draft): { checked: EventChecked | undefined; canSave: boolean } {
  const input = inputOf(draft);
  // The text and what it is about in detail change nothing of what is found.
  const said = input ? JSON.stringify({ ...input, body: "" }) : NOTHING;
  const asked = useSettled(said, PAUSE_MS);
  const { data } = useQuery({
    ...eventCheckQuery(JSON.parse(asked === NOTHING ? "null" : asked) as EventInput),
    enabled: asked !== NOTHING,
  });
  return { checked: input ? data : undefined, canSave: input !== null && data?.canSave !== false };
}
