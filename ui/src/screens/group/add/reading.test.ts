import { describe, expect, it } from "vitest";

import { MOST_BYTES, readFile, readText } from "./reading";

const file = (content: BlobPart, name = "people.csv") => new File([content], name);

describe("Reading a list of people", () => {
  it("hands over the bytes as they are, whatever the encoding", async () => {
    expect(await readFile(file("Ä;1\n"))).toEqual({
      fileName: "people.csv",
      content: btoa("\u00c3\u0084;1\n"),
    });
    const utf16 = new Uint8Array([0x61, 0, 0x62, 0, 0x0a, 0]);
    expect(await readFile(file(utf16))).toMatchObject({ fileName: "people.csv" });
    const marked = new Uint8Array([0xff, 0xfe, 0x61, 0, 0x42, 0x30]);
    expect(await readFile(file(marked))).toMatchObject({ fileName: "people.csv" });
  });

  it("says what a file is that holds no list", async () => {
    expect(await readFile(file(""))).toBe("empty");
    expect(await readFile(file(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), "a.xlsx"))).toBe(
      "spreadsheet",
    );
    expect(await readFile(file(new Uint8Array([1, 2, 3, 0, 5, 6, 7, 8])))).toBe("binary");
    const large = { size: MOST_BYTES + 1, name: "large.csv" } as File;
    expect(await readFile(large)).toBe("tooLarge");
  });

  it("takes pasted text, and no empty one", () => {
    expect(readText("  \n")).toBe("empty");
    expect(readText("山田")).toMatchObject({ fileName: null });
  });
});
