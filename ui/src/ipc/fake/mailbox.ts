/** The fake company's mailboxes: what was written in each group, drawn when somebody looks. */
import type { Conversation, MailPerson, PostHead, Thread } from "../bindings";
import { membersOf } from "./directory";
import { fakeError, type Stage } from "./host";
import { large, samples, topics, type Sample } from "./mailSamples";
import { shift, type World } from "./world";

interface Talk {
  head: Conversation;
  threads: Thread[] | null;
  /** Bodies of posts that were written here, by post. */
  written: Map<string, Sample>;
}

export interface Mailbox {
  talks: Talk[];
  unseen: number;
  subscribed: boolean;
  remoteImages: boolean;
}

const kept = new WeakMap<World, Map<string, Mailbox>>();

export function mailboxOf(stage: Stage, groupId: string): Mailbox {
  const all = kept.get(stage.world) ?? new Map<string, Mailbox>();
  kept.set(stage.world, all);
  const known = all.get(groupId);
  if (known) return known;
  const drawn: Mailbox = {
    talks: Array.from({ length: stage.options.conversations }, (_, index) =>
      talk(stage, groupId, index),
    ),
    unseen: 3,
    subscribed: false,
    remoteImages: false,
  };
  all.set(groupId, drawn);
  return drawn;
}

export const plainOf = (html: string): string =>
  html
    .replace(/<\/(p|li|h\d|td)>/g, " ")
    .replace(/<[^>]*>/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 255);

function peopleOf(stage: Stage, groupId: string): MailPerson[] {
  return membersOf(stage.world, groupId)
    .slice(0, 9)
    .map(({ person }) => ({ name: person.displayName, address: person.address ?? "" }));
}

const of = <T>(from: readonly T[], index: number): T => {
  const found = from[index % from.length];
  if (found === undefined) throw fakeError("internal");
  return found;
};

const sampleAt = (talkIndex: number, postIndex: number): Sample =>
  talkIndex === 9 && postIndex === 0 ? large : of(samples, talkIndex * 3 + postIndex);

/** The first conversation is as long as the options say. */
const lengthOf = ({ options }: Stage, index: number): number =>
  index === 0 ? options.posts : 1 + ((index * 5) % 7);

function talk(stage: Stage, groupId: string, index: number): Talk {
  const people = peopleOf(stage, groupId);
  const posts = lengthOf(stage, index);
  const bodies = Array.from({ length: Math.min(posts, 8) }, (_, post) => sampleAt(index, post));
  const round = Math.floor(index / topics.length);
  const last = sampleAt(index, posts - 1);
  return {
    head: {
      id: `conversation-${index}`,
      topic: index === 11 ? "" : `${of(topics, index)}${round > 0 ? ` (${round + 1})` : ""}`,
      lastDelivered: shift(stage.now, -(index * index * 0.04 + index * 0.11 + 0.02)),
      senders: [...new Set(bodies.map((_, post) => of(people, index + post).name))],
      preview: plainOf(last.html),
      hasAttachments: bodies.some(({ attachments }) => attachments.length > 0),
    },
    threads: null,
    written: new Map(),
  };
}

export function talkOf(stage: Stage, groupId: string, conversationId: string): Talk {
  const found = mailboxOf(stage, groupId).talks.find(({ head }) => head.id === conversationId);
  if (!found) throw fakeError("notFound");
  return found;
}

export function threadsOf(stage: Stage, groupId: string, found: Talk): Thread[] {
  found.threads ??= drawThreads(stage, groupId, found);
  return found.threads;
}

const indexOf = (id: string): number => Number(/\d+/.exec(id)?.[0] ?? 0);

function drawThreads(stage: Stage, groupId: string, { head }: Talk): Thread[] {
  const index = indexOf(head.id);
  const people = peopleOf(stage, groupId);
  const count = lengthOf(stage, index);
  const thread = (name: string, from: number, to: number, locked: boolean): Thread => ({
    id: `thread-${index}-${name}`,
    topic: head.topic,
    locked,
    to: index % 3 === 0 ? people.slice(2, 5) : [],
    cc: index % 4 === 0 ? people.slice(5, 6) : [],
    posts: Array.from({ length: to - from }, (_, place) =>
      postHead(head, index, from + place, count, of(people, index + from + place)),
    ),
  });
  // One in six went on in a thread of its own, with fewer people.
  if (index % 6 !== 5 || count < 3) return [thread("a", 0, count, index % 7 === 4)];
  return [thread("b", count - 1, count, false), thread("a", 0, count - 1, true)];
}

function postHead(
  head: Conversation,
  index: number,
  post: number,
  count: number,
  from: MailPerson,
): PostHead {
  const body = sampleAt(index, post);
  return {
    id: `post-${index}-${post}`,
    from,
    received: shift(head.lastDelivered, -(count - 1 - post) * 0.13),
    preview: plainOf(body.html),
    hasAttachments: body.attachments.length > 0,
    newParticipants: post === 3 ? [{ name: "Ines Prado", address: "ines@fabrikam.example" }] : [],
  };
}

/** What a post says: what was written here, else the sample that stands at its place. */
export function bodyOf(found: Talk, postId: string): Sample {
  const [, index = "0", post = "0"] = postId.split("-");
  return found.written.get(postId) ?? sampleAt(Number(index), Number(post));
}
