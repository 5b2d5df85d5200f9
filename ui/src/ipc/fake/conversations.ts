/** The fake host's conversations. */
import type { MailboxState, PostBody, ThreadRequest } from "../bindings";
import { commandError } from "../failure";
import { draftCommands, draftsOf, type DraftCommand } from "./drafts";
import { find } from "./groups";
import { fakeError, type Handlers, type Stage } from "./host";
import { bodyOf, mailboxOf, talkOf, threadsOf } from "./mailbox";

type Mine =
  | "conversations_list"
  | "conversation_get"
  | "posts_load"
  | "remote_images_set"
  | "attachment_save"
  | "thread_lock"
  | "thread_delete"
  | "conversation_delete"
  | "mail_subscribe"
  | "unseen_reset"
  | DraftCommand;

export function conversationCommands(stage: Stage): Pick<Handlers, Mine> {
  return { ...readCommands(stage), ...changeCommands(stage), ...draftCommands(stage) };
}

const offline = ({ options }: Stage) =>
  options.state === "offline"
    ? commandError("offline", "No route to host.", { retryable: true })
    : null;

function mailboxState({ options: { mailbox } }: Stage): MailboxState {
  if (mailbox === "notPermitted") {
    return { state: "notPermitted", permission: "Group-Conversation.ReadWrite.All" };
  }
  if (mailbox === "notInGroup") return { state: "notPermitted", permission: null };
  return { state: mailbox };
}

function readCommands(
  stage: Stage,
): Pick<Handlers, "conversations_list" | "conversation_get" | "posts_load"> {
  return {
    conversations_list: ({ groupId, offset, limit }) => {
      find(stage, groupId);
      const mailbox = mailboxState(stage);
      const box = mailboxOf(stage, groupId);
      const heads = mailbox.state === "ready" ? box.talks.map(({ head }) => head) : [];
      return {
        mailbox,
        asOf: stage.now,
        lastError: offline(stage),
        conversations: heads.slice(offset, offset + limit),
        more: heads.length > offset + limit,
        unseen: box.unseen,
        subscribed: box.subscribed,
        remoteImages: box.remoteImages,
        drafts: draftsOf(stage).filter((draft) => draft.groupId === groupId),
      };
    },
    conversation_get: ({ groupId, conversationId }) => {
      const found = talkOf(stage, groupId, conversationId);
      return {
        conversation: found.head,
        asOf: stage.now,
        lastError: offline(stage),
        threads: threadsOf(stage, groupId, found),
        drafts: draftsOf(stage).filter(
          ({ purpose }) => purpose.kind !== "new" && purpose.conversationId === conversationId,
        ),
      };
    },
    posts_load: ({ thread, postIds, whole }) => {
      const { remoteImages } = mailboxOf(stage, thread.groupId);
      const found = talkOf(stage, thread.groupId, thread.conversationId);
      const posts = postIds.map((postId): PostBody => {
        const body = { ...bodyOf(found, postId), postId };
        return {
          ...body,
          imagesLeftOut: remoteImages ? 0 : body.imagesLeftOut,
          cutAt: whole ? null : body.cutAt,
        };
      });
      return { posts };
    },
  };
}

type Changing = Exclude<
  Mine,
  DraftCommand | "conversations_list" | "conversation_get" | "posts_load"
>;

function changeCommands(stage: Stage): Pick<Handlers, Changing> {
  const changed = (change: () => void) => {
    if (stage.options.refuse !== "nothing") throw fakeError(stage.options.refuse);
    change();
    stage.emit({ kind: "changed", tags: ["conversations"] });
    return null;
  };
  const deleteTalk = (groupId: string, conversationId: string) => {
    const box = mailboxOf(stage, groupId);
    box.talks = box.talks.filter(({ head }) => head.id !== conversationId);
  };
  const deleteThread = ({ groupId, conversationId, threadId }: ThreadRequest) => {
    const found = talkOf(stage, groupId, conversationId);
    found.threads = threadsOf(stage, groupId, found).filter(({ id }) => id !== threadId);
    if (found.threads.length === 0) deleteTalk(groupId, conversationId);
  };
  return {
    remote_images_set: ({ groupId, load }) =>
      changed(() => (mailboxOf(stage, groupId).remoteImages = load)),
    thread_lock: ({ thread, locked }) =>
      changed(() => {
        const found = talkOf(stage, thread.groupId, thread.conversationId);
        found.threads = threadsOf(stage, thread.groupId, found).map((each) =>
          each.id === thread.threadId ? { ...each, locked } : each,
        );
      }),
    thread_delete: (thread) => changed(() => deleteThread(thread)),
    conversation_delete: ({ groupId, conversationId }) =>
      changed(() => deleteTalk(groupId, conversationId)),
    mail_subscribe: ({ groupId, subscribed }) =>
      changed(() => (mailboxOf(stage, groupId).subscribed = subscribed)),
    unseen_reset: ({ groupId }) => changed(() => (mailboxOf(stage, groupId).unseen = 0)),
    attachment_save: async ({ attachmentId }) => {
      const size = 1_200_000;
      for (let part = 1; part <= 4; part += 1) {
        stage.emit({ kind: "attachmentProgress", attachmentId, loaded: (size / 4) * part, size });
        await new Promise((resolve) => setTimeout(resolve, stage.options.pace / 2));
      }
      if (stage.options.refuse !== "nothing") throw fakeError(stage.options.refuse);
      return { fileName: attachmentId.replace("attachment-", ""), folder: "Downloads" };
    },
  };
}
