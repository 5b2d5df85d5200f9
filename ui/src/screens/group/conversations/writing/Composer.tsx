/** Writing: whom it goes to, its words, what goes with it, and sending. It is kept as a draft all the while. */
import { Input, Field, makeStyles, tokens } from "@fluentui/react-components";
import { useRef, useState, type DragEvent, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";

import { ErrorPanel } from "@/components/ErrorPanel";
import { useReturnFocus } from "@/components/useReturnFocus";
import type { Draft, DraftPurpose, Thread } from "@/ipc/bindings";
import { useShortcut } from "@/shortcuts/registry";
import { useOpenGroup } from "../../openGroup";
import { BodyField } from "./BodyField";
import { ComposerFoot } from "./ComposerFoot";
import { ComposerHead } from "./ComposerHead";
import { DraftFiles } from "./DraftFiles";
import { RecipientsField } from "./RecipientsField";
import { useAttaching } from "./useAttaching";
import { useWriting } from "./useWriting";

const useStyles = makeStyles({
  form: {
    position: "relative",
    display: "flex",
    flexDirection: "column",
    gap: "12px",
    padding: "12px 20px 16px",
    borderTop: `2px solid ${tokens.colorCompoundBrandStroke}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  drop: {
    position: "absolute",
    inset: "8px",
    zIndex: 2,
    display: "grid",
    placeItems: "center",
    pointerEvents: "none",
    border: `2px dashed ${tokens.colorCompoundBrandStroke}`,
    borderRadius: "8px",
    backgroundColor: `color-mix(in srgb, ${tokens.colorNeutralBackground1} 85%, transparent)`,
    fontWeight: tokens.fontWeightSemibold,
  },
});

export interface ComposerProps {
  draftId: string;
  purpose: DraftPurpose;
  /** As it was kept; `null` before it is for the first time. */
  draft: Draft | null;
  /** Whether to take the focus. */
  focus: boolean;
  /** The thread that is answered or sent on. */
  thread?: Thread;
  onClose: () => void;
  /** Told once the service has taken it. */
  onSent?: (topic: string) => void;
}

export function Composer(props: ComposerProps) {
  const { draftId, purpose, draft, focus, onClose, onSent } = props;
  const styles = useStyles();
  const { t } = useTranslation();
  const { summary } = useOpenGroup();
  useReturnFocus();
  const writing = useWriting(draftId, purpose, draft, onSent);
  const attachments = draft?.attachments ?? [];
  const attaching = useAttaching(draftId, attachments, writing.keep);
  const drop = useFileDrop(attaching.attach);
  const [asked, setAsked] = useState(false);
  const [begunWith] = useState(purpose.kind === "forward" || writing.words.recipients.length > 0);
  const people = asked || begunWith;
  const { words, set, needs, sending, error, send } = writing;
  useShortcut("$mod+Enter", t("conversations.keys.send"), send, { whileTyping: true });
  const isNew = purpose.kind === "new";
  const leave = (event: KeyboardEvent) => {
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  return (
    <form
      aria-label={useTitle(props)}
      className={styles.form}
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={(event) => event.key === "Escape" && !event.defaultPrevented && leave(event)}
      {...drop.handlers}
    >
      <ComposerHead
        title={useTitle(props)}
        hint={t(
          `conversations.write.${purpose.kind === "reply" ? "everybodyReply" : "everybody"}`,
          { name: summary.displayName },
        )}
        hinted={purpose.kind !== "forward"}
        onAddPeople={people ? undefined : () => setAsked(true)}
        onClose={onClose}
      />
      {error && <ErrorPanel error={error} title={t("conversations.write.notSent")} />}
      {isNew && (
        <Field
          label={t("conversations.write.topic")}
          required
          validationMessage={
            needs.includes("topic") ? t("conversations.write.needs.topic") : undefined
          }
        >
          <Input
            // The first thing that one writes.
            autoFocus={focus}
            value={words.topic}
            maxLength={255}
            disabled={sending}
            onChange={(_event, data) => set({ topic: data.value })}
          />
        </Field>
      )}
      {people && (
        <RecipientsField
          label={t(`conversations.write.${purpose.kind === "forward" ? "to" : "participants"}`)}
          recipients={words.recipients}
          required={purpose.kind === "forward"}
          problem={
            needs.includes("recipients") ? t("conversations.write.needs.recipients") : undefined
          }
          focus={asked || (focus && purpose.kind === "forward")}
          disabled={sending}
          onRecipients={(recipients) => set({ recipients: [...recipients] })}
        />
      )}
      <BodyField
        writing={writing}
        focus={focus && purpose.kind === "reply"}
        problem={needs.includes("body") ? t("conversations.write.needs.body") : undefined}
        onFiles={attaching.attach}
      />
      <DraftFiles attachments={attachments} attaching={attaching} disabled={sending} />
      <ComposerFoot writing={writing} attaching={attaching} onClose={onClose} />
      {drop.over && <div className={styles.drop}>{t("conversations.write.drop")}</div>}
    </form>
  );
}

function useTitle({ purpose, thread }: ComposerProps): string {
  const { t } = useTranslation();
  if (purpose.kind === "new") return t("conversations.write.new");
  const name = thread?.posts.find(({ id }) => id === purpose.postId)?.from.name;
  if (purpose.kind === "forward") return t("conversations.write.forward", { name });
  return name ? t("conversations.write.reply", { name }) : t("conversations.write.replyThread");
}

/** Files that are dropped on what is being written are attached to it. */
function useFileDrop(onFiles: (files: readonly File[]) => void) {
  const [over, setOver] = useState(false);
  // Every element that the pointer crosses tells of entering and leaving.
  const depth = useRef(0);
  const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes("Files");
  const enter = (by: number) => (event: DragEvent) => {
    if (!hasFiles(event)) return;
    depth.current = Math.max(0, depth.current + by);
    setOver(depth.current > 0);
  };
  const handlers = {
    onDragEnter: enter(1),
    onDragLeave: enter(-1),
    onDragOver: (event: DragEvent) => hasFiles(event) && event.preventDefault(),
    onDrop: (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      depth.current = 0;
      setOver(false);
      onFiles([...event.dataTransfer.files]);
    },
  };
  return { over, handlers };
}
