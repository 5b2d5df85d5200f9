/**
 * The columns of the Groups table: which there are, how wide they are, and which of them fit. Widths are
 * in pixels at a text size of 16, and are laid out in rem, so that columns grow with the person's text.
 */
import { makeStyles, tokens } from "@fluentui/react-components";

/** Columns that can be chosen, in the order in which they are offered. */
const WIDTHS = {
  visibility: 132,
  owners: 108,
  members: 76,
  guests: 76,
  expires: 196,
  kind: 128,
  role: 148,
  address: 232,
  classification: 140,
  renewed: 116,
  created: 116,
} as const;

export type Column = keyof typeof WIDTHS;
export const COLUMNS = Object.keys(WIDTHS) as Column[];
export const USUAL: readonly Column[] = ["visibility", "owners", "members", "expires", "kind"];

/** Columns of figures stand at the right, so that their digits are below each other. */
export const FIGURES: ReadonlySet<string> = new Set<Column>(["members", "guests"]);

const NAME = 192;
/** So narrow name and expiry become in a very narrow table, before it scrolls sideways. */
const NAME_LEAST = 112;
const EXPIRES_LEAST = 104;
const NARROWEST = 56;
const WIDEST = 800;
/** Checkbox, star, the gaps around them and the padding of a row. */
const FIXED = 12 + 24 + 12 + 32 + 12 + 20;
const GAP = 12;
/** The usual columns that give way first where the table is narrow. */
const GIVE_WAY: readonly Column[] = ["kind", "visibility", "members", "owners"];

export const isColumn = (name: string): name is Column => Object.hasOwn(WIDTHS, name);

export interface ColumnChoice {
  /** Empty for the usual ones. */
  columns: readonly string[];
  widths: Readonly<Record<string, number>>;
}

export interface Columns {
  shown: readonly Column[];
  /** The grid of every row. */
  template: string;
  /** The narrowest that the table can be, as a length; beyond that it scrolls sideways. */
  least: string;
  /** Whether it does. */
  sideways: boolean;
}

export const chosenColumns = ({ columns }: Pick<ColumnChoice, "columns">): readonly Column[] =>
  columns.length === 0 ? USUAL : columns.filter(isColumn);

const widthOf = (id: string, widths: ColumnChoice["widths"]): number =>
  widths[id] ?? (isColumn(id) ? WIDTHS[id] : NAME);

/** The columns in a table of a width. Who chose columns sees them all; of the usual ones some give way. */
export function columnsIn(choice: ColumnChoice, available: number): Columns {
  const { widths } = choice;
  const usual = choice.columns.length === 0;
  const needed = (columns: readonly Column[]) =>
    columns.reduce((sum, id) => sum + GAP + widthOf(id, widths), FIXED + widthOf("name", widths));
  let shown = chosenColumns(choice);
  for (const id of usual ? GIVE_WAY : []) {
    if (needed(shown) > available) shown = shown.filter((each) => each !== id);
  }
  const tight = usual && needed(shown) > available;
  const least = tight ? FIXED + NAME_LEAST + GAP + EXPIRES_LEAST : needed(shown);
  return {
    shown,
    template: ["1.5rem 2rem", ...(tight ? TIGHT : tracks(shown, widths))].join(" "),
    least: rem(least),
    sideways: least > available,
  };
}

const rem = (pixels: number): string => `${pixels / 16}rem`;

const TIGHT = [`minmax(${rem(NAME_LEAST)}, 1fr)`, `minmax(${rem(EXPIRES_LEAST)}, 1fr)`];

/** The name takes what is left, until it has a width of its own. */
function tracks(shown: readonly Column[], widths: ColumnChoice["widths"]): string[] {
  const name = rem(widthOf("name", widths));
  const others = shown.map((id) => rem(widthOf(id, widths)));
  return widths.name ? [name, ...others, "minmax(0, 1fr)"] : [`minmax(${name}, 1fr)`, ...others];
}

/** Another width for a column, kept within what can be read; `null` gives it the usual one. */
export function withWidth(
  widths: ColumnChoice["widths"],
  id: string,
  width: number | null,
): Record<string, number> {
  const rest = { ...widths };
  delete rest[id];
  if (width === null) return rest;
  return { ...rest, [id]: Math.round(Math.min(WIDEST, Math.max(NARROWEST, width))) };
}

/** A column takes the place of the one that stands some places further among those that are shown. */
export function withMoved(
  choice: ColumnChoice,
  shown: readonly Column[],
  id: Column,
  by: number,
): Column[] {
  const target = shown[shown.indexOf(id) + by];
  const rest = chosenColumns(choice).filter((each) => each !== id);
  if (target === undefined || target === id) return [...chosenColumns(choice)];
  rest.splice(rest.indexOf(target) + (by > 0 ? 1 : 0), 0, id);
  return rest;
}

/** A column is shown last, or no longer; the last one cannot go. */
export function withToggled(choice: ColumnChoice, id: Column): Column[] {
  const chosen = chosenColumns(choice);
  const rest = chosen.filter((each) => each !== id);
  if (rest.length === chosen.length) return [...chosen, id];
  return rest.length === 0 ? [...chosen] : rest;
}

export const useColumnStyles = makeStyles({
  line: {
    display: "grid",
    alignItems: "center",
    columnGap: "0.75rem",
    paddingLeft: "0.75rem",
    paddingRight: "1.25rem",
    gridTemplateColumns: "var(--groups-columns)",
    minWidth: "var(--groups-least)",
  },
  /** What a row is about stays in view while its columns move sideways. */
  sideways: {
    "& [data-stuck]": {
      position: "sticky",
      zIndex: 2,
      alignSelf: "stretch",
      display: "flex",
      alignItems: "center",
      // The gap beside it is its own, so that nothing shows between what stays.
      marginRight: "-0.75rem",
      paddingRight: "0.75rem",
      backgroundColor: "inherit",
    },
    "& [data-stuck='select']": { left: 0, marginLeft: "-0.75rem", paddingLeft: "0.75rem" },
    "& [data-stuck='star']": { left: "3rem" },
    "& [data-stuck='name']": {
      left: "5.75rem",
      marginRight: "-0.375rem",
      paddingRight: "0.375rem",
      boxShadow: `1px 0 0 ${tokens.colorNeutralStroke1}`,
    },
  },
});
