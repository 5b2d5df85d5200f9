/** Whether name and alias would be accepted: asked once they have stood still for a moment. */
import { useQuery } from "@tanstack/react-query";

import type { NameFinding } from "@/ipc/bindings";
import { nameCheckQuery } from "@/ipc/queries";
import { useSettled } from "@/lib/useSettled";
import type { Draft } from "./draft";

const PAUSE_MS = 300;

export interface NameCheck {
  /** The alias as it stands in the field: typed, or made from the name. */
  alias: string;
  findings: readonly NameFinding[];
  /** Whether what stands there now is still to be checked. */
  checking: boolean;
  /** Whether only what can be known without the service was checked. */
  onlyHere: boolean;
  /** Whether both would be accepted, as far as is known. */
  accepted: boolean;
  /** Whether none could be made from the name, as of a name without Latin letters. */
  aliasNeeded: boolean;
  error: unknown;
  /** Checks again what was refused when it was created. */
  again: () => void;
}

export function useNameCheck({ name, alias }: Pick<Draft, "name" | "alias">): NameCheck {
  const typed = name.trim();
  const settled = useSettled(`${alias === null ? "" : `${alias}\n`}${typed}`, PAUSE_MS);
  const still = settled === `${alias === null ? "" : `${alias}\n`}${typed}`;
  const { data, error, isPlaceholderData, isFetching, refetch } = useQuery(
    nameCheckQuery(requestFrom(settled)),
  );
  const known = typed === "" ? undefined : data;
  const checking = typed !== "" && (!still || isPlaceholderData || isFetching);
  const shown = alias ?? known?.suggestedAlias ?? "";
  return {
    alias: shown,
    findings: known?.findings ?? [],
    checking,
    onlyHere: known?.checkedByService === false,
    accepted: typed !== "" && shown !== "" && !checking && (known?.findings.length ?? 0) === 0,
    aliasNeeded: typed !== "" && shown === "" && !checking,
    error: typed === "" ? null : error,
    again: () => void refetch(),
  };
}

/** Both fields in one text, so that one pause serves both; neither can hold a line break. */
function requestFrom(settled: string) {
  const [first = "", second] = settled.split("\n");
  return second === undefined
    ? { groupId: null, displayName: first, mailNickname: null }
    : { groupId: null, displayName: second, mailNickname: first };
}
