/** A new conversation: written, on its way, and once it is listed, read like any other. */
import { makeStyles } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";

import type { Draft } from "@/ipc/bindings";
import { conversationsQuery, draftsQuery } from "@/ipc/queries";
import { LoadingRows } from "@/components/LoadingRows";
import { useOpenGroup } from "../../openGroup";
import { useDesk } from "../desk";
import { isOpen } from "../reading/entries";
import { WaitingPost } from "../reading/WaitingPost";
import { Composer } from "./Composer";

const useStyles = makeStyles({ scroller: { flex: 1, minHeight: 0, overflowY: "auto" } });

const NEW = { kind: "new" } as const;

export function NewConversation({ draftId }: { draftId: string }) {
  const styles = useStyles();
  const { drafts, close } = useDesk();
  const { isPending } = useQuery(draftsQuery());
  const draft = drafts.find(({ id }) => id === draftId) ?? null;
  const sent = useSent(draft);
  // The words of a draft are the editor's from the first moment on, so they have to be there.
  if (isPending) return <LoadingRows rows={3} />;
  const onItsWay = draft && !isOpen(draft) && draft.state.state !== "sending";
  return (
    <div className={styles.scroller}>
      {onItsWay || sent ? (
        draft && <WaitingPost draft={draft} onGoOn={() => {}} />
      ) : (
        <Composer draftId={draftId} purpose={NEW} draft={draft} focus onClose={close} />
      )}
    </div>
  );
}

/** Opens what was sent, once it is delivered. Answers whether it was sent. */
function useSent(draft: Draft | null): boolean {
  const { groupId } = useOpenGroup();
  const { open, close } = useDesk();
  const { data, isFetching } = useQuery(conversationsQuery(groupId, 0));
  const [topic, setTopic] = useState<string | null>(null);
  if (draft && draft.state.state === "beingDelivered" && topic === null) {
    setTopic(draft.words.topic.trim());
  }
  const delivered = draft === null && topic !== null && !isFetching;
  useEffect(() => {
    if (!delivered) return;
    const listed = data?.conversations.find((each) => each.topic.trim() === topic);
    if (listed) open({ kind: "conversation", id: listed.id });
    else close();
  }, [delivered, data, topic, open, close]);
  return topic !== null;
}
