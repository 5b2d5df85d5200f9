/**
 * Files that somebody drags onto the window where the web view tells the page nothing of them: the shell does, and
 * here that becomes the events that every page knows. Who takes files need not know where they come from.
 */
import type { AppEvent, DroppedFile } from "@/ipc/bindings";
import { call } from "@/ipc/call";

type Dragged = Extract<AppEvent, { kind: "filesDragged" }>;

/** Tells the elements under the pointer, as a web view would. What cannot be read is told to `onUnread`. */
export function draggedFiles(onUnread: (name: string, error: unknown) => void) {
  let under: Element | null = null;
  let taken = false;
  const tell = (type: string, target: Element, files: readonly File[]) => {
    const dataTransfer = new DataTransfer();
    files.forEach((file) => dataTransfer.items.add(file));
    const told = { bubbles: true, cancelable: true, composed: true, dataTransfer };
    return target.dispatchEvent(new DragEvent(type, told));
  };
  const over = (target: Element | null) => {
    // Entering is told before leaving, so that who counts does not come to nothing in between.
    const left = under;
    under = target;
    if (target !== left && target) tell("dragenter", target, [SOMETHING]);
    if (target !== left && left) tell("dragleave", left, [SOMETHING]);
    taken = target !== null && !tell("dragover", target, [SOMETHING]);
  };
  return async ({ phase, x, y, dropId, files }: Dragged): Promise<void> => {
    if (phase === "left") return over(null);
    over(document.elementFromPoint(x, y) ?? document.body);
    const target = under;
    if (phase === "over" || !target) return;
    // A page learns of a drop only where it has said that it takes it.
    const read = taken ? await contents(dropId, files, onUnread) : [];
    under = null;
    if (read.length > 0) tell("drop", target, read);
    else tell("dragleave", target, [SOMETHING]);
  };
}

/** What is dragged is not known before it is dropped, only that it is files. */
const SOMETHING = new File([], "");

async function contents(
  dropId: number,
  files: readonly DroppedFile[],
  onUnread: (name: string, error: unknown) => void,
): Promise<File[]> {
  const read: File[] = [];
  for (const [index, { name }] of files.entries()) {
    try {
      const { content } = await call("dropped_read", { dropId, index });
      read.push(new File([bytesOf(content)], name));
    } catch (error) {
      onUnread(name, error);
    }
  }
  return read;
}

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (each) => each.charCodeAt(0));
