/** A name that the service has a say in: what is wrong with it, and what to write instead. */
import { Button, Field, Input, makeStyles } from "@fluentui/react-components";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";

import type { NameFinding, NameProblem, NameVerdict } from "@/ipc/bindings";
import type { PartProps } from "./Part";

const useStyles = makeStyles({ fix: { marginTop: "6px", whiteSpace: "normal" } });

interface Props extends Pick<PartProps, "draft" | "fixed" | "problems"> {
  property: "displayName" | "mailNickname";
  label: string;
  hint?: string;
  /** `null` while nothing is known, or nothing has to be. */
  verdict: NameVerdict | null;
}

export function NameField({ property, label, hint, draft, verdict, fixed, problems }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const changed = draft.dirty.includes(property);
  const finding = verdict?.findings.find(({ field }) => field === property) ?? null;
  const refused = finding ? findingWords(t, finding) : problems.get(property);
  const suggestion = finding?.suggestion ?? null;
  const fine = changed && verdict !== null && !refused;
  return (
    <div>
      <Field
        label={label}
        required
        hint={hint}
        validationState={refused ? "error" : fine ? "success" : "none"}
        validationMessage={
          refused ??
          (fine
            ? t(verdict.checkedByService ? "group.name.fine" : "group.name.offline")
            : undefined)
        }
      >
        <Input
          dir="auto"
          readOnly={fixed}
          value={draft.value(property)}
          onChange={(_event, data) => draft.set(property, data.value)}
        />
      </Field>
      {suggestion !== null && (
        <Button size="small" className={styles.fix} onClick={() => draft.set(property, suggestion)}>
          {t("group.name.use", { name: suggestion })}
        </Button>
      )}
    </div>
  );
}

function findingWords(t: TFunction, { problem, field }: NameFinding): string {
  switch (problem.kind) {
    case "empty":
    case "taken":
      return t(`group.name.problem.${problem.kind}.${field}`);
    case "tooLong":
      return t("group.name.problem.tooLong", { count: problem.most });
    case "forbiddenCharacters":
      return t("group.name.problem.forbiddenCharacters", { characters: problem.characters });
    case "missingPrefixSuffix":
      return ruleWords(t, problem);
    case "blockedWord":
      return problem.word
        ? t("group.name.problem.blockedWord", { word: problem.word })
        : t("group.name.problem.blocked");
    case "other":
      return t("group.name.problem.other", { reason: problem.reason });
  }
}

function ruleWords(
  t: TFunction,
  { prefix, suffix }: Extract<NameProblem, { kind: "missingPrefixSuffix" }>,
): string {
  if (prefix && suffix) return t("group.name.problem.prefixSuffix", { prefix, suffix });
  return prefix
    ? t("group.name.problem.prefix", { prefix })
    : t("group.name.problem.suffix", { suffix });
}
