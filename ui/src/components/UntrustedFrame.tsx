/**
 * Strangers' HTML in a frame of its own, as high as what it shows. Nothing in it runs: the frame allows no scripts,
 * so all that has to be done is done from here. Its links open new windows, which the shell turns into the system's
 * browser.
 */
import { makeStyles } from "@fluentui/react-components";
import { useEffect, useMemo, useRef, useState } from "react";

import { useSettings } from "@/ipc/session";
import { useAppearance } from "@/theme/useAppearance";
import { useFocusBack } from "./useFocusBack";
import { untrustedDocument, type Colouring, type Surface } from "./untrustedDocument";

const useStyles = makeStyles({
  around: { outlineStyle: "none" },
  frame: { display: "block", width: "100%", border: "none", borderRadius: "4px" },
});

/** HTML that is as high as its frame and a little would grow for ever. */
const MOST_GROWTHS = 24;

const LINK = /<a\s[^>]*href=/i;

interface Props {
  /** Made harmless by the backend. */
  html: string;
  /** What a screen reader calls the frame. */
  title: string;
  /** Whether it brings colours of its own. */
  ownColors?: boolean;
  /** Shows these colours as they are, on white. */
  original?: boolean;
  /** The ground that it stands on: that of cards, if nothing is said. */
  surface?: Surface;
  /** How high it was when it was last shown, so that nothing jumps. */
  height?: number;
  onHeight?: (height: number) => void;
}

export function UntrustedFrame(props: Props) {
  const { html, title, ownColors = false, original = false, surface = "card" } = props;
  const styles = useStyles();
  const { theme, scheme, name } = useAppearance(useSettings().theme);
  const colouring = colouringOf(name, ownColors, original);
  const page = useMemo(
    () => untrustedDocument(html, { theme, scheme, colouring, surface }),
    [html, theme, scheme, colouring, surface],
  );
  const around = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const pointer = useFocusBack(frame, around);
  const { height, loaded } = useContentHeight(props.height ?? 0, props.onHeight);
  return (
    <div ref={around} tabIndex={-1} className={styles.around} {...pointer}>
      <iframe
        ref={frame}
        title={title}
        sandbox="allow-same-origin allow-popups"
        referrerPolicy="no-referrer"
        srcDoc={page}
        // Tab goes into it only where there is something to go to.
        tabIndex={LINK.test(html) ? undefined : -1}
        className={styles.frame}
        style={{ height }}
        onLoad={(event) => loaded(event.currentTarget)}
      />
    </div>
  );
}

function colouringOf(theme: string, ownColors: boolean, original: boolean): Colouring {
  if (original) return "paper";
  if (theme === "highContrast") return "contrast";
  return ownColors && theme === "dark" ? "inverted" : "theme";
}

/** How high the page in the frame is; told again whenever its pictures, its fonts or its width change that. */
function useContentHeight(before: number, onHeight: ((height: number) => void) | undefined) {
  const [height, setHeight] = useState(before);
  const observer = useRef<ResizeObserver | null>(null);
  const tell = useRef(onHeight);
  useEffect(() => {
    tell.current = onHeight;
  });
  useEffect(() => () => observer.current?.disconnect(), []);
  const loaded = (frame: HTMLIFrameElement) => {
    observer.current?.disconnect();
    const root = frame.contentDocument?.documentElement;
    if (!root) return;
    const measured = { width: 0, height: 0, growths: 0 };
    const measure = () => {
      const next = Math.ceil(root.getBoundingClientRect().height);
      const width = frame.clientWidth;
      if (width !== measured.width) measured.growths = 0;
      else if (next > measured.height) measured.growths += 1;
      if (next === 0 || measured.growths > MOST_GROWTHS) return;
      Object.assign(measured, { width, height: next });
      setHeight(next);
      tell.current?.(next);
    };
    measure();
    observer.current = new ResizeObserver(measure);
    observer.current.observe(root);
    observer.current.observe(frame);
  };
  return { height, loaded };
}
