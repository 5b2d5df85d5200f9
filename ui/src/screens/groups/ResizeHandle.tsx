/** The right edge of a column's head: dragged for another width, pressed twice for the usual one. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useRef, type PointerEvent } from "react";

import { textScale } from "@/lib/paint";
import type { Column } from "./columns";
import { resized } from "./resizing";

const useStyles = makeStyles({
  handle: {
    position: "absolute",
    zIndex: 1,
    top: "4px",
    bottom: "4px",
    right: "-0.625rem",
    width: "0.5rem",
    cursor: "col-resize",
    touchAction: "none",
    "::after": {
      content: '""',
      position: "absolute",
      top: 0,
      bottom: 0,
      left: "calc(50% - 1px)",
      width: "1px",
      backgroundColor: tokens.colorNeutralStroke2,
    },
    ":hover::after": { width: "2px", backgroundColor: tokens.colorCompoundBrandStroke },
  },
});

interface Props {
  id: Column | "name";
  onResize: (column: Column | "name", width: number | null) => void;
}

/** For the pointer alone: the menu and the keys of the head do the same. */
export function ResizeHandle({ id, onResize }: Props) {
  const styles = useStyles();
  const from = useRef<{ x: number; width: number } | null>(null);
  const begin = (event: PointerEvent<HTMLElement>) => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    from.current = { x: event.clientX, width: resized(id, 0) };
  };
  const move = (event: PointerEvent) => {
    if (!from.current) return;
    const width = from.current.width + (event.clientX - from.current.x) / textScale();
    onResize(id, width);
  };
  return (
    <span
      aria-hidden
      className={styles.handle}
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={() => (from.current = null)}
      onPointerCancel={() => (from.current = null)}
      onDoubleClick={() => onResize(id, null)}
    />
  );
}
