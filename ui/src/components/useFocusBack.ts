/**
 * A click gives a frame the keyboard, and keys that are pressed in it are heard nowhere else: nothing runs inside, and
 * WebKit calls no listeners from outside either. So the focus comes back to what stands around the frame once the
 * click is over. It stays while text is selected, which may be copied, and where Tab has led to a link; from there Tab
 * leads out again.
 */
import { useEffect, useRef, type RefObject } from "react";

/** Looking is all that can be done: no event tells when a button is let go in there. */
const LOOK_MS = 120;

export function useFocusBack(
  frame: RefObject<HTMLIFrameElement | null>,
  around: RefObject<HTMLElement | null>,
): { onPointerEnter: () => void; onPointerLeave: () => void } {
  const over = useRef(false);
  const timer = useRef<ReturnType<typeof setInterval>>(undefined);
  const stop = () => {
    clearInterval(timer.current);
    timer.current = undefined;
  };
  const look = () => {
    const { current: inside } = frame;
    if (!inside || document.activeElement !== inside) {
      if (!over.current) stop();
    } else if (!isInUse(inside)) around.current?.focus({ preventScroll: true });
  };
  useEffect(() => stop, []);
  return {
    onPointerEnter: () => {
      over.current = true;
      timer.current ??= setInterval(look, LOOK_MS);
    },
    onPointerLeave: () => void (over.current = false),
  };
}

function isInUse({ contentDocument: page, contentWindow: window }: HTMLIFrameElement): boolean {
  const isPressed = page?.querySelector(":active") != null;
  const isSelected = window?.getSelection()?.isCollapsed === false;
  const link = page?.activeElement === page?.body ? null : page?.activeElement;
  return isPressed || isSelected || link?.matches(":focus-visible") === true;
}
