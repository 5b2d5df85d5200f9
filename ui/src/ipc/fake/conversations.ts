/** The fake host's conversations. */
import { fakeError, type Handlers, type Stage } from "./host";

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
  | "drafts_list"
  | "draft_save"
  | "draft_attach"
  | "draft_detach"
  | "draft_delete"
  | "draft_send"
  | "recipients_read";

export function conversationCommands(_stage: Stage): Pick<Handlers, Mine> {
  const refuse = () => {
    throw fakeError("notFound");
  };
  return {
    conversations_list: refuse,
    conversation_get: refuse,
    posts_load: refuse,
    remote_images_set: refuse,
    attachment_save: refuse,
    thread_lock: refuse,
    thread_delete: refuse,
    conversation_delete: refuse,
    mail_subscribe: refuse,
    unseen_reset: refuse,
    drafts_list: refuse,
    draft_save: refuse,
    draft_attach: refuse,
    draft_detach: refuse,
    draft_delete: refuse,
    draft_send: refuse,
    recipients_read: refuse,
  };
}
