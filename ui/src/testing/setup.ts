/** What jsdom lacks and components rely on. */
import "@testing-library/jest-dom/vitest";

import { cleanup, configure } from "@testing-library/react";
import { afterEach } from "vitest";

configure({
  // A busy machine takes its time; nothing asserts how long.
  asyncUtilTimeout: 10_000,
  // The whole page in a report hides what it is about.
  getElementError: (message) =>
    new Error(message?.split("\n\n").slice(0, 2).join("\n") ?? "Not found."),
});

class Observer {
  observe() {}
  unobserve() {}
  disconnect() {}
}

window.ResizeObserver ??= Observer;
window.matchMedia ??= (media) =>
  Object.assign(new EventTarget(), {
    media,
    matches: false,
    onchange: null,
    addListener: () => {},
    removeListener: () => {},
  });
HTMLCanvasElement.prototype.getContext = () => null;
Element.prototype.scrollIntoView ??= () => {};

// Whoever looks for what can be focused asks whether it is laid out. Without an answer the focus never goes into
// a dialog, and what has not the focus is hidden from assistive technology.
Object.defineProperty(HTMLElement.prototype, "offsetParent", {
  configurable: true,
  get(this: HTMLElement) {
    return this.parentElement;
  },
});
document.body.getBoundingClientRect = () => new DOMRect(0, 0, 1280, 800);

afterEach(() => {
  cleanup();
  localStorage.clear();
  window.location.hash = "";
});
