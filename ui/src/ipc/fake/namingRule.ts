/** The naming rule of the fake company: its pattern, what names come to, and which groups would not fit. */
import type {
  NameAttribute,
  NameExample,
  NamePart,
  NameProblem,
  NamingFinding,
  NamingInput,
  NamingPolicy,
  Person,
} from "../bindings";
import { fold } from "../../lib/folding";
import { refOf } from "./directory";
import type { Handlers, Stage } from "./host";
import { visible } from "./whatIf";

const NAME_MOST = 63;
const PATTERN_MOST = 64;
const WORDS_MOST = 5_000;
const TOKENS: Record<string, NameAttribute> = {
  "[Department]": "department",
  "[Company]": "company",
  "[Office]": "office",
  "[StateOrProvince]": "stateOrProvince",
  "[CountryOrRegion]": "countryOrRegion",
  "[Title]": "title",
};
const DEPARTMENTS = ["Human Resources", "Research", "Finance", "Legal", "Sales", "Production"];

export function namingRuleCommands(
  stage: Stage,
): Pick<Handlers, "naming_preview" | "naming_misfits"> {
  return {
    naming_preview: ({ naming, name }) => {
      const policy = ruleOf(naming ?? ownInput(stage));
      return {
        policy,
        examples: stage.world.directory
          .slice(0, 4)
          .map((person, index) => example(policy, name, person, index)),
        exempt: stage.options.administrator,
        valid: policy.findings.every(({ kind }) => HARMLESS.includes(kind)),
      };
    },
    naming_misfits: ({ naming, offset, limit }) => {
      const policy = ruleOf(naming ?? ownInput(stage));
      const groups = visible(stage);
      const rows = groups
        .map((group) => ({
          groupId: group.id,
          groupName: group.displayName,
          mailNickname: group.mailNickname,
          owned: group.owned,
          problems: problemsOf(policy, group.displayName),
        }))
        .filter(({ problems }) => problems.length > 0)
        .sort((a, b) => a.groupName.localeCompare(b.groupName));
      const page = rows.slice(offset, offset + limit);
      return { rows: page, total: rows.length, groups: groups.length, reading: null };
    },
  };
}

const HARMLESS: readonly NamingFinding["kind"][] = ["littleRoom", "unknownToken", "wordsTwice"];

const settingOf = ({ world }: Stage, name: string): string =>
  world.policies.settings[0]?.values.find((value) => value.name === name)?.value ?? "";

const ownInput = (stage: Stage): NamingInput => ({
  pattern: { kind: "raw", raw: settingOf(stage, "PrefixSuffixNamingRequirement") },
  blockedWords: settingOf(stage, "CustomBlockedWordsList").split(",").filter(Boolean),
});

export const ownRule = (stage: Stage): NamingPolicy => ruleOf(ownInput(stage));

export function ruleOf({ pattern, blockedWords }: NamingInput): NamingPolicy {
  const raw = pattern.kind === "raw" ? pattern.raw : rawOf(pattern.parts);
  const parts = pattern.kind === "parts" ? pattern.parts : partsOf(raw);
  return {
    raw,
    parts,
    blockedWords,
    findings: findingsOf(raw, parts, blockedWords),
    nameMost: NAME_MOST,
    patternMost: PATTERN_MOST,
  };
}

function partsOf(raw: string): NamePart[] {
  if (raw === "") return [{ kind: "groupName" }];
  return raw.split(/(\[[A-Za-z]+\])/).flatMap((piece): NamePart[] => {
    if (piece === "") return [];
    const attribute = TOKENS[piece];
    if (attribute) return [{ kind: "attribute", attribute }];
    return piece === "[GroupName]" ? [{ kind: "groupName" }] : [{ kind: "text", text: piece }];
  });
}

function rawOf(parts: readonly NamePart[]): string {
  if (parts.length === 1 && parts[0]?.kind === "groupName") return "";
  const token = (attribute: NameAttribute) =>
    Object.entries(TOKENS).find(([, each]) => each === attribute)?.[0] ?? "";
  return parts
    .map((part) =>
      part.kind === "text"
        ? part.text
        : part.kind === "groupName"
          ? "[GroupName]"
          : token(part.attribute),
    )
    .join("");
}

function findingsOf(raw: string, parts: readonly NamePart[], words: string[]): NamingFinding[] {
  const names = parts.filter(({ kind }) => kind === "groupName").length;
  const fixed = parts.reduce((sum, part) => sum + (part.kind === "text" ? part.text.length : 0), 0);
  const findings: NamingFinding[] = [];
  if (names === 0) findings.push({ kind: "groupNameMissing" });
  if (names > 1) findings.push({ kind: "groupNameTwice" });
  if (raw.length > PATTERN_MOST) {
    findings.push({ kind: "patternTooLong", length: raw.length, most: PATTERN_MOST });
  }
  if (fixed >= NAME_MOST) findings.push({ kind: "noRoom", length: fixed, most: NAME_MOST });
  for (const token of raw.match(/\[[A-Za-z]+\]/g) ?? []) {
    if (token !== "[GroupName]" && !TOKENS[token]) findings.push({ kind: "unknownToken", token });
  }
  if (words.length > WORDS_MOST) {
    findings.push({ kind: "tooManyWords", count: words.length, most: WORDS_MOST });
  }
  return findings;
}

function example(policy: NamingPolicy, name: string, person: Person, index: number): NameExample {
  const about: Partial<Record<NameAttribute, string>> = {
    department: DEPARTMENTS[index % DEPARTMENTS.length],
    company: "Contoso",
    office: index % 3 === 2 ? undefined : "Zürich",
    countryOrRegion: "CH",
    title: person.jobTitle ?? undefined,
  };
  const unset: NameAttribute[] = [];
  const displayName = policy.parts
    .map((part) => {
      if (part.kind === "text") return part.text;
      if (part.kind === "groupName") return name;
      const value = about[part.attribute];
      if (!value) unset.push(part.attribute);
      return value ?? "";
    })
    .join("");
  const { length } = displayName;
  const problem: NameProblem[] =
    length > NAME_MOST ? [{ kind: "tooLong", most: NAME_MOST }] : wordProblems(policy, displayName);
  return {
    person: refOf(person),
    me: index === 0,
    unset,
    displayName,
    mailNickname: fold(displayName).replace(/[^a-z0-9._-]+/g, ""),
    length,
    room: NAME_MOST - (length - name.length),
    findings: problem.map((each) => ({
      field: "displayName",
      problem: each,
      suggestion: null,
    })),
  };
}

function wordProblems({ blockedWords }: NamingPolicy, name: string): NameProblem[] {
  const whole = ` ${fold(name).replace(/[^\p{L}\p{N}]+/gu, " ")} `;
  const word = blockedWords.find((each) => whole.includes(` ${fold(each)} `));
  return word ? [{ kind: "blockedWord", word }] : [];
}

/** Fixed text in front of names and behind them; attributes are anybody's. */
export function problemsOf(policy: NamingPolicy, name: string): NameProblem[] {
  const at = policy.parts.findIndex(({ kind }) => kind === "groupName");
  const text = (parts: readonly NamePart[]) =>
    parts.map((part) => (part.kind === "text" ? part.text : "")).join("");
  const prefix = text(policy.parts.slice(0, at));
  const suffix = text(policy.parts.slice(at + 1));
  const fits = name.startsWith(prefix) && name.endsWith(suffix);
  const missing: NameProblem[] = fits ? [] : [{ kind: "missingPrefixSuffix", prefix, suffix }];
  return [...missing, ...wordProblems(policy, name)];
}
