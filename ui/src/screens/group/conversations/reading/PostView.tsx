/** One post: who wrote it and when, folded to its beginning or open with all it says. */
import { Button, makeStyles, mergeClasses, tokens, Tooltip } from "@fluentui/react-components";
import { ArrowForwardRegular, ArrowReplyRegular, AttachRegular } from "@fluentui/react-icons";
import { useId } from "react";
import { useTranslation } from "react-i18next";

import type { DraftPurpose, PostHead, Thread } from "@/ipc/bindings";
import { formatAsOf, formatDate } from "@/lib/dates";
import { tenure } from "@/theme/colors";
import { useOpenGroup } from "../../openGroup";
import { Face } from "./Face";
import { namesOf } from "./names";
import { PostContent } from "./PostContent";

const cut = { overflowX: "clip", textOverflow: "ellipsis", whiteSpace: "nowrap" } as const;

const useStyles = makeStyles({
  head: { display: "flex", alignItems: "center", paddingRight: "14px" },
  toggle: {
    flex: 1,
    display: "flex",
    alignItems: "center",
    gap: "12px",
    minWidth: 0,
    minHeight: "60px",
    padding: "10px 8px 10px 20px",
    border: "none",
    backgroundColor: "transparent",
    color: "inherit",
    font: "inherit",
    textAlign: "start",
    cursor: "pointer",
    ":hover": { backgroundColor: tenure.tenureHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  folded: { paddingRight: "20px" },
  fold: { paddingRight: 0 },
  words: { flex: 1, minWidth: 0 },
  line: { display: "flex", alignItems: "baseline", gap: "8px" },
  name: { ...cut, minWidth: 0, lineHeight: "1.25rem", fontWeight: tokens.fontWeightSemibold },
  second: {
    ...cut,
    display: "block",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  end: {
    flex: "none",
    display: "inline-flex",
    alignItems: "center",
    gap: "6px",
    marginLeft: "auto",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  acts: { flex: "none", display: "flex" },
  body: {
    padding: "0 24px 16px 64px",
    "@container group (max-width: 60rem)": { padding: "0 16px 14px 20px" },
  },
  joined: {
    margin: "0 0 8px",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
});

interface Props {
  conversationId: string;
  thread: Thread;
  post: PostHead;
  open: boolean;
  onToggle: () => void;
  onAnswer: (purpose: DraftPurpose) => void;
  heights: Map<string, number>;
}

export function PostView(props: Props) {
  const { conversationId, thread, post, open, onToggle, heights } = props;
  const styles = useStyles();
  const { t } = useTranslation();
  const body = useId();
  const { groupId } = useOpenGroup();
  return (
    <article aria-label={post.from.name}>
      <div className={mergeClasses(styles.head, !open && styles.fold)}>
        <Head post={post} open={open} onToggle={onToggle} controls={body} />
        {open && <Acts {...props} />}
      </div>
      {open && (
        <div id={body} className={styles.body}>
          {post.newParticipants.length > 0 && (
            <p className={styles.joined}>
              {t("conversations.read.joined", { names: namesOf(t, post.newParticipants) })}
            </p>
          )}
          <PostContent
            thread={{ groupId, conversationId, threadId: thread.id }}
            post={post}
            heights={heights}
          />
        </div>
      )}
    </article>
  );
}

type HeadProps = Pick<Props, "post" | "open" | "onToggle"> & { controls: string };

function Head({ post, open, onToggle, controls }: HeadProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { now } = useOpenGroup();
  const { from, received, preview, hasAttachments } = post;
  return (
    <button
      type="button"
      aria-expanded={open}
      aria-controls={open ? controls : undefined}
      className={mergeClasses(styles.toggle, !open && styles.folded)}
      onClick={onToggle}
    >
      <Face of={from} />
      <span className={styles.words}>
        <span className={styles.line}>
          <bdi className={styles.name}>{from.name}</bdi>
          <span className={styles.end}>
            {!open && hasAttachments && (
              <span role="img" aria-label={t("conversations.attachments")}>
                <AttachRegular aria-hidden />
              </span>
            )}
            <time dateTime={received} title={formatDate(received, "moment")}>
              {open ? formatDate(received, "moment") : formatAsOf(received, now)}
            </time>
          </span>
        </span>
        <span dir="auto" className={styles.second}>
          {open ? from.address : preview || t("conversations.read.empty")}
        </span>
      </span>
    </button>
  );
}

function Acts({ conversationId, thread, post, onAnswer }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const purpose = { conversationId, threadId: thread.id, postId: post.id };
  return (
    <div className={styles.acts}>
      {!thread.locked && (
        <Tooltip relationship="label" content={t("conversations.read.replyTo")}>
          <Button
            appearance="subtle"
            icon={<ArrowReplyRegular />}
            onClick={() => onAnswer({ kind: "reply", ...purpose })}
          />
        </Tooltip>
      )}
      <Tooltip relationship="label" content={t("conversations.read.forward")}>
        <Button
          appearance="subtle"
          icon={<ArrowForwardRegular />}
          onClick={() => onAnswer({ kind: "forward", ...purpose })}
        />
      </Tooltip>
    </div>
  );
}
