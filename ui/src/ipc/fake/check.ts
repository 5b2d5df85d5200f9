/** The fake host's check of a pasted list or a file of people. */
import type {
  CheckedCounts,
  CheckedLine,
  LineReason,
  LineVerdict,
  PeopleChecked,
  PeopleCheckRequest,
  Person,
} from "../bindings";
import { fold } from "../../lib/folding";
import { membersOf } from "./directory";
import { find } from "./groups";
import { fakeError, type Handlers, type Stage } from "./host";

/** Those that need a look first. */
const order: readonly LineVerdict[] = [
  "unclear",
  "unknown",
  "notAddable",
  "guest",
  "ready",
  "alreadyIn",
  "repeated",
];
const header = /^(user ?principal ?name|upn|e-?mail|mail|address|name|display ?name)\b/i;
const SHOWN = 2_000;
const PER_REQUEST = 20;

/** A checked list as the world keeps it, for accepting and saving it. */
export interface Check {
  request: PeopleCheckRequest;
  lines: CheckedLine[];
}

type Finding = Pick<CheckedLine, "verdict" | "reason" | "person" | "candidates">;

export function checkCommands(stage: Stage): Pick<Handlers, "people_check"> {
  return {
    people_check: (request) => {
      find(stage, request.groupId);
      if (stage.options.state === "offline") throw fakeError("offline");
      const lines = linesOf(stage, request);
      const checkId = `check-${stage.world.checks.size + 1}`;
      stage.world.checks.set(checkId, { request, lines: lines.checked });
      return answer(request, checkId, lines);
    },
  };
}

function answer(
  request: PeopleCheckRequest,
  checkId: string,
  { checked, columns }: ReturnType<typeof linesOf>,
): PeopleChecked {
  const counts: CheckedCounts = {
    ready: 0,
    guest: 0,
    alreadyIn: 0,
    unclear: 0,
    unknown: 0,
    notAddable: 0,
    repeated: 0,
  };
  for (const { verdict } of checked) counts[verdict] += 1;
  return {
    checkId,
    fileName: request.fileName,
    lines: checked.length,
    columns,
    counts,
    shown: [...checked]
      .sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict) || a.line - b.line)
      .slice(0, SHOWN),
    requests: Math.ceil((counts.ready + counts.guest) / PER_REQUEST),
  };
}

/** Base64 of UTF-8, as the window sends it. */
function textOf(content: string): string {
  const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
  return new TextDecoder().decode(bytes);
}

function linesOf(stage: Stage, { content, groupId, role }: PeopleCheckRequest) {
  const rows = textOf(content)
    .split(/\r?\n/)
    .map((text, index) => ({ text: text.trim(), line: index + 1 }));
  const headed = header.test(rows[0]?.text ?? "");
  const columns = headed ? (rows[0]?.text.split(/[,;\t]/).map((cell) => cell.trim()) ?? []) : [];
  const seen = new Set<string>();
  const inGroup = new Set(
    membersOf(stage.world, groupId)
      .filter(({ owner, member }) => (role === "owner" ? owner : member))
      .map(({ person }) => person.id),
  );
  const checked = rows
    .slice(headed ? 1 : 0)
    .filter(({ text }, index, all) => text !== "" || index < all.length - 1)
    .map(({ text, line }): CheckedLine => {
      const finding = look(stage, text, role === "member", inGroup, seen);
      if (finding.person) seen.add(finding.person.id);
      return { line, text: text.slice(0, 120), ...finding };
    });
  return { checked, columns };
}

function look(
  stage: Stage,
  text: string,
  asMember: boolean,
  inGroup: ReadonlySet<string>,
  seen: ReadonlySet<string>,
): Finding {
  if (text === "") return finding("unknown", "empty");
  const address = /[^\s,;<>"]+@[^\s,;<>"]+/.exec(text)?.[0];
  const people = stage.world.directory;
  if (!address) return byName(people, text);
  const person = people.find((each) => each.address?.toLowerCase() === address.toLowerCase());
  if (!person) return finding("unknown", "noSuchAccount");
  if (seen.has(person.id)) return finding("repeated", null, person);
  if (inGroup.has(person.id)) return finding("alreadyIn", null, person);
  if (person.kind !== "guest") return finding("ready", null, person);
  if (!stage.options.guests) return finding("notAddable", "guestsNotAllowed", person);
  return asMember
    ? finding("guest", null, person)
    : finding("notAddable", "guestCannotOwn", person);
}

function byName(people: readonly Person[], text: string): Finding {
  const name = fold(text.replace(/["']/g, "").split(/[,;\t]/)[0] ?? "");
  const candidates = people.filter(({ displayName }) => fold(displayName).includes(name));
  const [only] = candidates;
  if (!only) return finding("unknown", "noSuchAccount");
  if (only.kind === "other" || only.kind === "servicePrincipal") {
    return finding("notAddable", "notAPerson", only);
  }
  const reason = candidates.length > 1 ? "severalMatch" : "nameOnly";
  return { ...finding("unclear", reason), candidates: candidates.slice(0, 10) };
}

const finding = (
  verdict: LineVerdict,
  reason: LineReason | null = null,
  person: Person | null = null,
): Finding => ({ verdict, reason, person, candidates: [] });
