/** When something is on the screen. */

/**
 * Calls back once what was just rendered is painted. A window that is not shown yet may get no
 * animation frames at all, so a timer bounds the wait.
 */
export function afterPaint(done: () => void): () => void {
  let over = false;
  const finish = () => {
    if (over) return;
    over = true;
    done();
  };
  requestAnimationFrame(() => requestAnimationFrame(finish));
  const timer = setTimeout(finish, 120);
  return () => {
    over = true;
    clearTimeout(timer);
  };
}

/** How much larger than 16 px the person's text is: row heights follow it. */
export const textScale = (): number =>
  (parseFloat(getComputedStyle(document.documentElement).fontSize) || 16) / 16;
