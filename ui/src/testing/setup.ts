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

afterEach(() => {
  cleanup();
  window.location.hash = "";
});
