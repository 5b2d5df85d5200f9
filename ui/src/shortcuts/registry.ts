/**
 * The keys and actions that work at the moment. One registry serves the keyboard, the list of keys
 * (`?`) and the command palette. How keys are matched is tinykeys' part.
 */
import { useEffect, useRef, useSyncExternalStore } from "react";
import { tinykeys } from "tinykeys";

export interface Shortcut {
  /** In tinykeys' words, such as `r`, `Shift+?`, `$mod+k` or `g h`. */
  keys: string;
  /** What it does, as the list of keys and the palette say it. */
  label: string;
  run: () => void;
  /** Whether it works on every screen, or on the one that is open. */
  where: "everywhere" | "here";
  /** Whether the palette offers it as well. */
  inPalette: boolean;
}

let shortcuts: readonly Shortcut[] = [];
const listeners = new Set<() => void>();

function replace(next: readonly Shortcut[]): void {
  shortcuts = next;
  listeners.forEach((listener) => listener());
}

export interface ShortcutOptions {
  enabled?: boolean;
  where?: Shortcut["where"];
  inPalette?: boolean;
  /** Whether it also works while text is being typed; for chords with Ctrl or Cmd. */
  whileTyping?: boolean;
}

/** Makes a key work while the calling component is on the screen. */
export function useShortcut(
  keys: string,
  label: string,
  run: () => void,
  options: ShortcutOptions = {},
): void {
  const { enabled = true, where = "here", inPalette = false, whileTyping = false } = options;
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (!enabled) return;
    const shortcut = { keys, label, run: () => latest.current(), where, inPalette };
    replace([...shortcuts, shortcut]);
    const stop = tinykeys(window, {
      [keys]: (event) => {
        if (event.defaultPrevented || isBusy(event, whileTyping)) return;
        if (sequenceEnds && !keys.includes(" ")) return;
        event.preventDefault();
        latest.current();
      },
    });
    return () => {
      stop();
      replace(shortcuts.filter((each) => each !== shortcut));
    };
  }, [keys, label, enabled, where, inPalette, whileTyping]);
}

export const useShortcuts = (): readonly Shortcut[] =>
  useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => shortcuts,
  );

/** As long as tinykeys waits for the next key of a sequence. */
const SEQUENCE_MS = 1_000;
let before = { key: "", at: -Infinity };
let sequenceEnds = false;

/** The last key of `g r` is no `r`: it is known before any shortcut hears of it. */
function noteKey(event: KeyboardEvent): void {
  const { key, timeStamp: at } = event;
  const together = `${before.key} ${key}`.toLowerCase();
  sequenceEnds =
    at - before.at < SEQUENCE_MS && shortcuts.some(({ keys }) => keys.toLowerCase() === together);
  before = { key, at };
}
window.addEventListener("keydown", noteKey, { capture: true });

/** Keys belong to whoever types, and to a dialog or menu that is open. */
function isBusy(event: KeyboardEvent, whileTyping: boolean): boolean {
  if (document.querySelector('[role="dialog"][aria-modal="true"], [role="menu"]')) return true;
  const target = event.target;
  if (whileTyping || !(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches("input, textarea, select, [role='combobox']");
}

const mac = navigator.platform.startsWith("Mac");
const names: Record<string, string> = {
  $mod: mac ? "⌘" : "Ctrl",
  Enter: "↵",
  Escape: "Esc",
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
};

/** The keys as they are printed on keyboards: `$mod+k` is `["Ctrl", "K"]`. */
export function keyNames(keys: string): string[] {
  return keys
    .split(/[ +]/)
    .filter((key, _index, all) => !(key === "Shift" && all.includes("?")))
    .map((key) => names[key] ?? (key.length === 1 ? key.toUpperCase() : key));
}
