/** When something is on the screen. */

/** So long a shown window may take for two frames before it is taken for painted. In milliseconds. */
const LONGEST = 120;

/**
 * Calls back once what was just rendered is painted. A window that is not shown yet gets no animation
 * frames: what is rendered then is painted when it appears.
 */
export function afterPaint(done: () => void): void {
  let over = false;
  const finish = () => {
    if (over) return;
    over = true;
    done();
  };
  requestAnimationFrame(() => requestAnimationFrame(finish));
  setTimeout(finish, document.hidden ? 0 : LONGEST);
}

/** How much larger than 16 px the person's text is: row heights follow it. */
export const textScale = (): number =>
  (parseFloat(getComputedStyle(document.documentElement).fontSize) || 16) / 16;
