/** Below the posts of a thread: answering it, or why it takes no answer. */
import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowForwardRegular, ArrowReplyRegular, LockClosedRegular } from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";

import { Key } from "@/components/Key";
import type { ConversationThreads, Thread } from "@/ipc/bindings";
import type { Answering } from "./useAnswer";
import { useLock } from "./useLock";

const useStyles = makeStyles({
  end: {
    display: "flex",
    alignItems: "center",
    flexWrap: "wrap",
    gap: "8px",
    padding: "14px 20px 24px 64px",
    color: tokens.colorNeutralForeground2,
    "@container group (max-width: 60rem)": { paddingLeft: "20px" },
  },
  locked: { display: "inline-flex", alignItems: "center", gap: "6px" },
  key: { marginLeft: "8px", display: "inline-flex" },
});

export const replyId = (threadId: string): string => `reply-${threadId}`;

interface Props {
  read: ConversationThreads;
  thread: Thread;
  answering: Answering;
}

export function ThreadEnd({ read, thread, answering }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const conversationId = read.conversation.id;
  const lock = useLock(conversationId);
  const threadId = thread.id;
  const last = thread.posts.at(-1);
  if (thread.locked) {
    return (
      <div className={styles.end}>
        <span className={styles.locked}>
          <LockClosedRegular aria-hidden />
          {t("conversations.read.lockedText")}
        </span>
        <Link as="button" onClick={() => lock(thread, false)}>
          {t("conversations.read.unlock")}
        </Link>
      </div>
    );
  }
  const isFirst = read.threads.find(({ locked }) => !locked) === thread;
  return (
    <div className={styles.end}>
      <Button
        id={replyId(threadId)}
        icon={<ArrowReplyRegular />}
        onClick={() => answering.begin({ kind: "reply", conversationId, threadId, postId: null })}
      >
        {t("conversations.read.reply")}
        {isFirst && (
          <span className={styles.key}>
            <Key>R</Key>
          </span>
        )}
      </Button>
      {last && (
        <Button
          appearance="subtle"
          icon={<ArrowForwardRegular />}
          onClick={() =>
            answering.begin({ kind: "forward", conversationId, threadId, postId: last.id })
          }
        >
          {t("conversations.read.forward")}
        </Button>
      )}
    </div>
  );
}
