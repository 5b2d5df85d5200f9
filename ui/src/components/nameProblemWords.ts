/** Why a name or an alias would be refused, in a sentence. */
import type { TFunction } from "i18next";

import type { NameField, NameProblem } from "@/ipc/bindings";

interface Concerned {
  field: NameField;
  problem: NameProblem;
}

export function nameProblemWords(t: TFunction, { field, problem }: Concerned): string {
  switch (problem.kind) {
    case "empty":
      return t(`newgroup.finding.empty.${field}`);
    case "tooLong":
      return t("newgroup.finding.tooLong", { most: problem.most });
    case "forbiddenCharacters":
      return t("newgroup.finding.forbiddenCharacters", {
        characters: [...problem.characters]
          .map((c) => (c === " " ? t("newgroup.space") : c))
          .join("  "),
      });
    case "taken":
      return t("newgroup.finding.taken");
    case "missingPrefixSuffix":
      return t(`newgroup.finding.${ends(problem)}`, problem);
    case "blockedWord":
      return problem.word
        ? t("newgroup.finding.blockedWord", { word: problem.word })
        : t("newgroup.finding.blocked");
    case "other":
      return t("newgroup.finding.other", { reason: problem.reason });
  }
}

const ends = ({ prefix, suffix }: { prefix: string; suffix: string }) =>
  prefix && suffix ? "missingBoth" : prefix ? "missingPrefix" : "missingSuffix";
