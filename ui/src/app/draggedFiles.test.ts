import { beforeEach, describe, expect, it, vi } from "vitest";

import type { AppEvent } from "@/ipc/bindings";
import { connectForTests } from "@/ipc/host";
import { draggedFiles } from "./draggedFiles";

const dragged = (phase: "over" | "dropped" | "left", names: string[] = []) =>
  ({
    kind: "filesDragged",
    phase,
    x: 10,
    y: 10,
    dropId: 3,
    files: names.map((name) => ({ name, size: 3 })),
  }) satisfies AppEvent;

/** jsdom has neither of them. */
class Transfer {
  readonly files: File[] = [];
  readonly items = { add: (file: File) => this.files.push(file) };
  get types() {
    return this.files.length > 0 ? ["Files"] : [];
  }
}
class Told extends Event {
  readonly dataTransfer: Transfer;
  constructor(type: string, init: EventInit & { dataTransfer: Transfer }) {
    super(type, init);
    this.dataTransfer = init.dataTransfer;
  }
}
vi.stubGlobal("DataTransfer", Transfer);
vi.stubGlobal("DragEvent", Told);

/** What an element was told, with the names of the files that came with it. */
function listen(element: Element, takes: boolean) {
  const told: string[] = [];
  for (const type of ["dragenter", "dragover", "dragleave", "drop"] as const) {
    element.addEventListener(type, (event) => {
      const { dataTransfer } = event as unknown as Told;
      if (takes && type === "dragover") event.preventDefault();
      const names = [...dataTransfer.files].map(({ name }) => name).filter(Boolean);
      told.push([type, ...names].join(" "));
      expect(dataTransfer.types).toContain("Files");
    });
  }
  return told;
}

describe("files that are dragged onto the window", () => {
  const invoke = vi.fn<(command: string, args: { request: unknown }) => Promise<unknown>>();
  const unread = vi.fn();
  let place: HTMLElement;

  beforeEach(() => {
    invoke.mockReset().mockResolvedValue({ content: btoa("abc") });
    unread.mockReset();
    connectForTests({ invoke, listen: () => Promise.resolve(() => undefined) });
    document.body.innerHTML = "<main><p></p></main>";
    place = document.querySelector("p") ?? document.body;
    document.elementFromPoint = () => place;
  });

  it("come to what is under the pointer and takes them", async () => {
    const told = listen(place, true);
    const drag = draggedFiles(unread);
    await drag(dragged("over"));
    await drag(dragged("over"));
    await drag(dragged("dropped", ["people.csv"]));
    expect(told).toEqual(["dragenter", "dragover", "dragover", "dragover", "drop people.csv"]);
    expect(invoke).toHaveBeenCalledWith("dropped_read", { request: { dropId: 3, index: 0 } });
  });

  it("are not even read where nothing takes them", async () => {
    const told = listen(place, false);
    const drag = draggedFiles(unread);
    await drag(dragged("dropped", ["people.csv"]));
    expect(told).toEqual(["dragenter", "dragover", "dragleave"]);
    expect(invoke).not.toHaveBeenCalled();
  });

  it("enter what is next before they leave what was before", async () => {
    const told = listen(document.body, true);
    const drag = draggedFiles(unread);
    await drag(dragged("over"));
    place = document.querySelector("main") ?? place;
    await drag(dragged("over"));
    await drag(dragged("left"));
    expect(told).toEqual([
      "dragenter",
      "dragover",
      "dragenter",
      "dragleave",
      "dragover",
      "dragleave",
    ]);
  });

  it("that cannot be read cost only themselves", async () => {
    const told = listen(place, true);
    invoke.mockRejectedValueOnce(new Error("gone"));
    await draggedFiles(unread)(dragged("dropped", ["gone.csv", "there.csv"]));
    expect(told.at(-1)).toBe("drop there.csv");
    expect(unread).toHaveBeenCalledWith("gone.csv", expect.any(Error));
  });
});
