import { describe, expect, it } from "vitest";

import { columnsIn, USUAL, withMoved, withToggled, withWidth } from "./columns";

const usual = { columns: [], widths: {} };

describe("columns of the table", () => {
  it("give way in a narrow table, the least urgent first", () => {
    expect(columnsIn(usual, 1_200).shown).toEqual(USUAL);
    expect(columnsIn(usual, 900).shown).toEqual(["visibility", "owners", "members", "expires"]);
    expect(columnsIn(usual, 530).shown).toEqual(["expires"]);
  });

  it("stay when somebody chose them, and the table scrolls sideways", () => {
    const choice = { columns: ["created", "address", "nonsense", "kind"], widths: {} };
    const { shown, sideways } = columnsIn(choice, 530);
    expect(shown).toEqual(["created", "address", "kind"]);
    expect(sideways).toBe(true);
  });

  it("leave the rest of the width to the name until that has a width of its own", () => {
    expect(columnsIn(usual, 1_200).template).toContain("minmax(12rem, 1fr)");
    expect(columnsIn({ ...usual, widths: { name: 320 } }, 1_200).template).toContain(" 20rem ");
  });

  it("take another place among those that are shown", () => {
    const move = (id: "kind" | "owners", by: number) => withMoved(usual, USUAL, id, by);
    expect(move("kind", -1)).toEqual(["visibility", "owners", "members", "kind", "expires"]);
    expect(move("owners", 2)).toEqual(["visibility", "members", "expires", "owners", "kind"]);
    expect(move("kind", 1)).toEqual(USUAL);
  });

  it("can go, but for the last one", () => {
    expect(withToggled(usual, "kind")).not.toContain("kind");
    expect(withToggled({ columns: ["kind"], widths: {} }, "kind")).toEqual(["kind"]);
    expect(withToggled(usual, "created").at(-1)).toBe("created");
  });

  it("cannot become too narrow to be read or too wide for a window", () => {
    expect(withWidth({}, "kind", 3)).toEqual({ kind: 56 });
    expect(withWidth({}, "kind", 9_000)).toEqual({ kind: 800 });
    expect(withWidth({ kind: 80, name: 300 }, "kind", null)).toEqual({ name: 300 });
  });
});
