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
  const { sent, onSent } = useSent(draft);
  // The words of a draft are the editor's from the first moment on, so they have to be there.
  if (isPending) return <LoadingRows rows={3} />;
  const onItsWay = draft && !isOpen(draft) && draft.state.state !== "sending";
  return (
    <div className={styles.scroller}>
      {onItsWay || sent ? (
        draft && <WaitingPost draft={draft} onGoOn={() => {}} />
      ) : (
        <Composer
          draftId={draftId}
          purpose={NEW}
          draft={draft}
          focus
          onClose={close}
          onSent={onSent}
        />
      )}
    </div>
  );
}

/** Opens what was sent, once it is delivered. Answers whether it was sent, and whom to tell that it was. */
function useSent(draft: Draft | null): { sent: boolean; onSent: (topic: string) => void } {
  const { groupId } = useOpenGroup();
  const { open, close } = useDesk();
  const { data, isFetching } = useQuery(conversationsQuery(groupId, 0));
  const [topic, setTopic] = useState<string | null>(null);
  // It may be seen on its way, or be listed before anybody has looked at it.
  const going = draft !== null && !isOpen(draft);
  if (going && topic === null) setTopic(draft.words.topic.trim());
  if (draft && !going && topic !== null) setTopic(null);
  const delivered = draft === null && topic !== null;
  /** The list as it was when the draft went: it may be older than the delivery. */
  const [before, setBefore] = useState<typeof data | null>(null);
  if (delivered && before === null) setBefore(data);
  useEffect(() => {
    if (!delivered) return;
    const listed = data?.conversations.find((each) => each.topic.trim() === topic);
    if (listed) open({ kind: "conversation", id: listed.id });
    else if (!isFetching && before !== null && data !== before) close();
  }, [delivered, data, isFetching, before, topic, open, close]);
  return { sent: topic !== null && draft?.state.state !== "sending", onSent: setTopic };
}
