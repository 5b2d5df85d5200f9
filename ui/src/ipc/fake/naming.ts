/** The fake host's naming rules: a policy, blocked words, aliases that are taken. */
import type { NameCheckRequest, NameFinding, NameProblem, NameVerdict } from "../bindings";
import { fold } from "../../lib/folding";
import type { Handlers, Stage } from "./host";
import { ownRule, problemsOf } from "./namingRule";

const NAME_MOST = 256;
const ALIAS_MOST = 64;

export function namingCommands(stage: Stage): Pick<Handlers, "group_name_check"> {
  return { group_name_check: (request) => verdict(stage, request) };
}

function verdict(stage: Stage, request: NameCheckRequest): NameVerdict {
  const offline = stage.options.state === "offline";
  const suggestedAlias = request.mailNickname === null ? aliasFor(stage, request) : null;
  const findings = [
    ...localFindings(request),
    ...(offline ? [] : policyFindings(stage, request)),
    ...(offline ? [] : aliasFindings(stage, request)),
  ];
  return { findings, suggestedAlias, checkedByService: !offline };
}

function localFindings({ displayName, mailNickname }: NameCheckRequest): NameFinding[] {
  const findings: NameFinding[] = [];
  if (displayName.trim() === "") findings.push(found("displayName", { kind: "empty" }));
  if (displayName.length > NAME_MOST) {
    const suggestion = displayName.slice(0, NAME_MOST);
    findings.push(found("displayName", { kind: "tooLong", most: NAME_MOST }, suggestion));
  }
  if (mailNickname === null) return findings;
  if (mailNickname === "") findings.push(found("mailNickname", { kind: "empty" }));
  if (mailNickname.length > ALIAS_MOST) {
    const suggestion = mailNickname.slice(0, ALIAS_MOST);
    findings.push(found("mailNickname", { kind: "tooLong", most: ALIAS_MOST }, suggestion));
  }
  const forbidden = [...new Set(mailNickname.match(/[@()\\[\]";:<>, ]|[^\x20-\x7e]/gu) ?? [])];
  if (forbidden.length > 0) {
    const problem = { kind: "forbiddenCharacters", characters: forbidden.join("") } as const;
    findings.push(found("mailNickname", problem, plain(mailNickname)));
  }
  return findings;
}

/** What the naming policy says; a group keeps the name that it has. */
export function policyFindings(stage: Stage, request: NameCheckRequest): NameFinding[] {
  const { displayName, groupId } = request;
  const findings: NameFinding[] = [];
  const before = stage.world.groups.find(({ id }) => id === groupId)?.displayName;
  if (displayName === before || displayName.trim() === "") return findings;
  for (const problem of problemsOf(ownRule(stage), displayName)) {
    findings.push(found("displayName", problem, suggestionFor(displayName, problem)));
  }
  return findings;
}

function suggestionFor(name: string, problem: NameProblem): string | null {
  if (problem.kind === "missingPrefixSuffix") return `${problem.prefix}${name}${problem.suffix}`;
  if (problem.kind !== "blockedWord" || !problem.word) return null;
  return name.replace(new RegExp(`\\s*\\b${problem.word}\\b`, "i"), "").trim() || null;
}

function aliasFindings(stage: Stage, { groupId, mailNickname }: NameCheckRequest): NameFinding[] {
  if (!mailNickname || !taken(stage, mailNickname, groupId)) return [];
  return [found("mailNickname", { kind: "taken" }, free(stage, mailNickname))];
}

const found = (
  field: NameFinding["field"],
  problem: NameFinding["problem"],
  suggestion: string | null = null,
): NameFinding => ({ field, problem, suggestion });

const plain = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9._-]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, ALIAS_MOST);

export const taken = ({ world }: Stage, alias: string, groupId: string | null): boolean =>
  [...world.groups, ...world.deleted.map(({ group }) => group)].some(
    ({ id, mailNickname }) => id !== groupId && mailNickname.toLowerCase() === alias.toLowerCase(),
  );

function free(stage: Stage, alias: string): string {
  let number = 2;
  while (taken(stage, `${alias}-${number}`, null)) number += 1;
  return `${alias}-${number}`;
}

function aliasFor(stage: Stage, { displayName, groupId }: NameCheckRequest): string | null {
  const alias = plain(displayName);
  if (alias === "") return null;
  return taken(stage, alias, groupId) ? free(stage, alias) : alias;
}
