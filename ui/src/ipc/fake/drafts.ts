/** What is being written in the fake company, and how it is sent, delivered and listed. */
import type { Draft, DraftState, MailPerson } from "../bindings";
import { ME, personOf } from "./directory";
import { fakeError, type Handlers, type Stage } from "./host";
import { mailboxOf, plainOf, talkOf, threadsOf } from "./mailbox";
import type { Sample } from "./mailSamples";
import type { World } from "./world";

export type DraftCommand =
  | "drafts_list"
  | "draft_save"
  | "draft_attach"
  | "draft_detach"
  | "draft_delete"
  | "draft_send"
  | "recipients_read";

const MOST_BYTES = 4_000_000;
const MOST_RECIPIENTS = 500;

const kept = new WeakMap<World, Draft[]>();

export const draftsOf = ({ world }: Stage): Draft[] => kept.get(world) ?? [];

function keep(stage: Stage, drafts: Draft[]): void {
  kept.set(stage.world, drafts);
  stage.emit({ kind: "changed", tags: ["drafts"] });
}

function draftOf(stage: Stage, draftId: string): Draft {
  const found = draftsOf(stage).find(({ id }) => id === draftId);
  if (!found) throw fakeError("notFound");
  return found;
}

function replace(stage: Stage, draft: Draft): Draft {
  keep(stage, [draft, ...draftsOf(stage).filter(({ id }) => id !== draft.id)]);
  return draft;
}

const without = (stage: Stage, draftId: string) =>
  keep(
    stage,
    draftsOf(stage).filter(({ id }) => id !== draftId),
  );

export function draftCommands(stage: Stage): Pick<Handlers, DraftCommand> {
  return {
    drafts_list: () => ({ drafts: draftsOf(stage) }),
    draft_save: ({ draftId, groupId, purpose, words }) => {
      const before = draftsOf(stage).find(({ id }) => id === draftId);
      return replace(stage, {
        id: draftId,
        groupId,
        purpose,
        words,
        attachments: before?.attachments ?? [],
        changed: stage.now,
        state: { state: "writing" },
      });
    },
    draft_attach: ({ draftId, name, contentType, content }) => {
      const draft = draftOf(stage, draftId);
      const size = Math.floor((content.length * 3) / 4);
      const sum = draft.attachments.reduce((total, each) => total + each.size, size);
      if (sum >= MOST_BYTES) throw fakeError("tooLarge");
      const id = `${draftId}-${name}-${draft.attachments.length}`;
      return replace(stage, {
        ...draft,
        attachments: [...draft.attachments, { id, name, contentType, size }],
      });
    },
    draft_detach: ({ draftId, attachmentId }) => {
      const draft = draftOf(stage, draftId);
      const attachments = draft.attachments.filter(({ id }) => id !== attachmentId);
      return replace(stage, { ...draft, attachments });
    },
    draft_delete: ({ draftId }) => {
      without(stage, draftId);
      return null;
    },
    draft_send: ({ draftId }) => send(stage, draftId),
    recipients_read: ({ text }) => recipientsIn(text),
  };
}

function send(stage: Stage, draftId: string): Draft {
  const draft = draftOf(stage, draftId);
  const state = sent(stage);
  if (state.state === "beingDelivered" && stage.options.delivery > 0) {
    setTimeout(() => deliver(stage), stage.options.delivery);
  }
  return replace(stage, { ...draft, state });
}

function sent({ options, now }: Stage): DraftState {
  if (options.send === "unknown") return { state: "unknown" };
  if (options.send !== "ok") return { state: "failed", error: fakeError(options.send) };
  return { state: "beingDelivered", since: now };
}

/** Lists what was accepted so far. */
export function deliver(stage: Stage): void {
  const accepted = draftsOf(stage).filter(({ state }) => state.state === "beingDelivered");
  accepted.forEach((draft) => list(stage, draft));
  const gone = new Set(accepted.map(({ id }) => id));
  kept.set(
    stage.world,
    draftsOf(stage).filter(({ id }) => !gone.has(id)),
  );
  stage.emit({ kind: "changed", tags: ["conversations", "drafts"] });
}

const me = ({ world }: Stage): MailPerson => {
  const person = personOf(world, ME);
  return { name: person?.displayName ?? "", address: person?.address ?? "" };
};

function list(stage: Stage, draft: Draft): void {
  const { purpose, words, groupId, id } = draft;
  const box = mailboxOf(stage, groupId);
  if (purpose.kind === "forward") return;
  const from = me(stage);
  const preview = plainOf(words.body);
  const post = {
    id: `post-${id}`,
    from,
    received: stage.now,
    preview,
    hasAttachments: draft.attachments.length > 0,
    newParticipants: words.recipients,
  };
  const body: Sample = {
    html: words.plain ? `<p>${words.body}</p>` : words.body,
    quoted: null,
    ownColors: false,
    imagesLeftOut: 0,
    cutAt: null,
    attachments: draft.attachments.map((each) => ({ ...each, what: { kind: "file" } })),
  };
  if (purpose.kind === "reply") {
    const found = talkOf(stage, groupId, purpose.conversationId);
    threadsOf(stage, groupId, found)
      .find((thread) => thread.id === purpose.threadId)
      ?.posts.push(post);
    found.written.set(post.id, body);
    found.head = { ...found.head, lastDelivered: stage.now, preview };
    box.talks = [found, ...box.talks.filter((each) => each !== found)];
    return;
  }
  const head = {
    id: `conversation-${id}`,
    topic: words.topic,
    lastDelivered: stage.now,
    senders: [from.name],
    preview,
    hasAttachments: post.hasAttachments,
  };
  const thread = { id: `thread-${id}`, topic: words.topic, locked: false, to: [], cc: [] };
  box.talks.unshift({
    head,
    threads: [{ ...thread, posts: [post] }],
    written: new Map([[post.id, body]]),
  });
}

function recipientsIn(text: string) {
  const pieces = text.split(/[,;\r\n\t]+/).map((piece) => piece.trim());
  const found = new Map<string, MailPerson>();
  const notUnderstood: string[] = [];
  for (const piece of pieces.filter(Boolean)) {
    const address = /[^\s<>"]+@[^\s<>"]+\.[^\s<>"]+/.exec(piece)?.[0];
    if (!address) notUnderstood.push(piece);
    else {
      const name = piece.replace(/<.*>|"/g, "").trim();
      found.set(address.toLowerCase(), { name: name || address, address });
    }
  }
  const all = [...found.values()];
  return {
    recipients: all.slice(0, MOST_RECIPIENTS),
    notUnderstood: notUnderstood.slice(0, 20),
    tooMany: Math.max(0, all.length - MOST_RECIPIENTS),
    most: MOST_RECIPIENTS,
  };
}
