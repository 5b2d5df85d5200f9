/** The threads of the open conversation: their posts, oldest first, and below them what is being answered. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";

import type { ConversationThreads } from "@/ipc/bindings";
import { Composer } from "../writing/Composer";
import { entriesOf, type Entry } from "./entries";
import { PostView } from "./PostView";
import { replyId, ThreadEnd } from "./ThreadEnd";
import { ThreadHeading } from "./ThreadHeading";
import type { Answering } from "./useAnswer";
import type { Expanded } from "./useExpanded";
import { usePostRows } from "./usePostRows";
import { WaitingPost } from "./WaitingPost";

const useStyles = makeStyles({
  scroller: { flex: 1, minHeight: 0, overflowY: "auto", overflowAnchor: "none" },
  list: { position: "relative", margin: 0, padding: 0, listStyleType: "none" },
  entry: {
    position: "absolute",
    top: 0,
    left: 0,
    right: 0,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ":last-child": { borderBottomStyle: "none" },
  },
});

interface Props {
  read: ConversationThreads;
  answering: Answering;
  expanded: Expanded;
}

export function Posts({ read, answering, expanded }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { drafts, answer } = answering;
  const entries = useMemo(
    () => entriesOf(read.threads, drafts, answer),
    [read.threads, drafts, answer],
  );
  const { scroller, virtual } = usePostRows(entries);
  return (
    <div ref={scroller} className={styles.scroller}>
      <ol
        aria-label={read.conversation.topic || t("conversations.noTopic")}
        className={styles.list}
        style={{ height: virtual.getTotalSize() }}
      >
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const entry = entries[index];
          return (
            entry && (
              <li
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                aria-posinset={index + 1}
                aria-setsize={entries.length}
                className={styles.entry}
                style={{ transform: `translateY(${start}px)` }}
              >
                <EntryView entry={entry} read={read} answering={answering} expanded={expanded} />
              </li>
            )
          );
        })}
      </ol>
    </div>
  );
}

function EntryView({ entry, read, answering, expanded }: Props & { entry: Entry }) {
  // How high bodies were when they were last drawn: they are drawn again as one scrolls back.
  const [heights] = useState(() => heightsOf(read));
  const { thread } = entry;
  switch (entry.kind) {
    case "thread":
      return <ThreadHeading read={read} thread={thread} number={entry.number} />;
    case "post":
      return (
        <PostView
          conversationId={read.conversation.id}
          thread={thread}
          post={entry.post}
          open={expanded.has(entry.post.id)}
          onToggle={() => expanded.toggle(entry.post.id)}
          onAnswer={answering.begin}
          heights={heights}
        />
      );
    case "waiting":
      return <WaitingPost draft={entry.draft} onGoOn={() => answering.goOn(entry.draft)} />;
    case "compose":
      return (
        <Composer
          key={entry.answer.draftId}
          draftId={entry.answer.draftId}
          purpose={entry.answer.purpose}
          draft={entry.draft}
          focus={entry.answer.focus}
          thread={thread}
          onClose={() => {
            answering.leave();
            // The button that began it stands there again once the row is drawn.
            setTimeout(() => document.getElementById(replyId(thread.id))?.focus());
          }}
        />
      );
    case "end":
      return <ThreadEnd read={read} thread={thread} answering={answering} />;
  }
}

const kept = new Map<string, Map<string, number>>();
/** Of so many conversations the heights are remembered. */
const KEPT = 20;

function heightsOf({ conversation: { id } }: ConversationThreads): Map<string, number> {
  const heights = kept.get(id) ?? new Map<string, number>();
  kept.delete(id);
  kept.set(id, heights);
  const oldest = kept.keys().next();
  if (kept.size > KEPT && !oldest.done) kept.delete(oldest.value);
  return heights;
}
