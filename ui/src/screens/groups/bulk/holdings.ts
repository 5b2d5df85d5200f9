/** What goes with groups, added up. What could not be read is not counted as nothing. */
import type { Figure, Holdings } from "@/ipc/bindings";

export const PARTS = ["conversations", "files", "plans", "members"] as const;
export type Part = (typeof PARTS)[number];

interface Sum {
  count: number;
  /** Whether there may be more than was counted. */
  atLeast: boolean;
}

export interface Sums extends Record<Part, Sum> {
  teams: number;
}

export function sumsOf(holdings: readonly Holdings[]): Sums {
  const sum = (part: Part) => holdings.map((each) => each[part]).reduce(added, ZERO);
  return {
    conversations: sum("conversations"),
    files: sum("files"),
    plans: sum("plans"),
    members: sum("members"),
    teams: holdings.filter(({ team }) => team).length,
  };
}

const ZERO: Sum = { count: 0, atLeast: false };

function added(sum: Sum, figure: Figure): Sum {
  switch (figure.state) {
    case "known":
      return { count: sum.count + figure.count, atLeast: sum.atLeast || figure.atLeast };
    case "absent":
      return sum;
    case "notPermitted":
    case "unknown":
      return { ...sum, atLeast: true };
  }
}
