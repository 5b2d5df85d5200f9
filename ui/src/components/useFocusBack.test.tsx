import { act, fireEvent, render, screen } from "@testing-library/react";
import { useRef } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { useFocusBack } from "./useFocusBack";

function Framed() {
  const around = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  return (
    <div ref={around} tabIndex={-1} data-testid="around" {...useFocusBack(frame, around)}>
      <iframe ref={frame} title="What a stranger wrote" />
    </div>
  );
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const passes = () => act(() => void vi.advanceTimersByTime(1_000));

it("takes the keyboard back from a frame that was clicked, once nothing is selected in it", () => {
  render(<Framed />);
  const [around, frame] = [screen.getByTestId("around"), screen.getByTitle<HTMLIFrameElement>(/./)];
  const selection = { isCollapsed: false };
  vi.spyOn(frame.contentWindow!, "getSelection").mockImplementation(
    () => selection as unknown as Selection,
  );
  // jsdom takes what has the focus for pressed.
  vi.spyOn(frame.contentDocument!, "querySelector").mockReturnValue(null);
  fireEvent.pointerEnter(around);
  frame.focus();
  passes();
  expect(frame).toHaveFocus();
  selection.isCollapsed = true;
  passes();
  expect(around).toHaveFocus();
});

it("leaves the keyboard where Tab has led", () => {
  render(<Framed />);
  const frame = screen.getByTitle<HTMLIFrameElement>(/./);
  frame.focus();
  passes();
  expect(frame).toHaveFocus();
});
