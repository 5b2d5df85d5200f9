/**
 * The page that strangers' HTML is shown on. The HTML was made harmless before it came here; this page would let
 * nothing of it run or load all the same: it begins with a policy of its own, and its frame allows no scripts.
 */
import type { TenureTheme } from "@/theme/themes";

/**
 * Where the colours come from: the theme's, for HTML that brings none; the HTML's own, turned over for a dark ground
 * or on white paper as they were meant; or two colours only, for those who asked for high contrast.
 */
export type Colouring = "theme" | "inverted" | "paper" | "contrast";

const POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

/** The ground that the frame stands on. */
export type Surface = "card" | "quiet";

type Paint = { scheme: "light" | "dark"; back: string; fore: string; link: string; line: string };

export interface Look {
  theme: TenureTheme;
  scheme: "light" | "dark";
  colouring: Colouring;
  surface: Surface;
}

function paintOf({ theme, scheme, colouring, surface }: Look): Paint {
  if (colouring === "paper") {
    return { scheme: "light", back: "#ffffff", fore: "#1b2323", link: "#0f6b6b", line: "#cdd2d2" };
  }
  const back = theme[surface === "card" ? "colorNeutralBackground1" : "colorNeutralBackground2"];
  // What is turned over begins dark on light; the ground itself is not turned.
  if (colouring === "inverted") {
    return { scheme: "light", back, fore: "#000000", link: "#0b5757", line: "#cdd2d2" };
  }
  return {
    scheme,
    back,
    fore: theme.colorNeutralForeground1,
    link: theme.colorBrandForegroundLink,
    line: theme.colorNeutralStroke1,
  };
}

// Not quite turned over: white paper becomes the dark ground, not a black hole in it. Pictures are turned back;
// the words that stand for one that was left out are text.
const INVERTED = `
body { filter: invert(0.89) hue-rotate(180deg); }
img[src^="data:"], [style*="background-image"] { filter: invert(1) hue-rotate(180deg); }
@media (forced-colors: active) { body, img[src] { filter: none; } }`;

const CONTRAST = `
body *:not(img) { color: inherit !important; background: transparent !important; border-color: currentColor !important; }
a[href] { color: var(--link) !important; }`;

const styleOf = ({ theme, colouring }: Look, paint: Paint): string => `
:root { color-scheme: ${paint.scheme}; --link: ${paint.link}; }
html { overflow: hidden; background: ${paint.back}; }
body { position: relative; margin: 0; padding: ${colouring === "paper" ? "12px 12px 24px" : "2px 0 22px"};
  overflow-x: auto; overflow-wrap: break-word; color: ${paint.fore};
  font: 0.875rem/1.45 ${theme.fontFamilyBase}; font-variant-numeric: tabular-nums; }
body > :first-child { margin-top: 0; }
body > :last-child { margin-bottom: 0; }
p, ul, ol, blockquote, pre { margin: 0 0 0.7em; }
blockquote { padding-left: 12px; border-left: 2px solid ${paint.line}; }
img { max-width: 100%; height: auto; }
pre { overflow-x: auto; font-family: ${theme.fontFamilyMonospace}; font-size: 0.8125rem; }
table { font-size: inherit; }
hr { border: 0; border-top: 1px solid ${paint.line}; }
a[href] { color: var(--link); text-underline-offset: 2px; }
a[href]:focus-visible { outline: 2px solid currentColor; outline-offset: 1px; border-radius: 2px; }
a[title]:hover::after, a[title]:focus-visible::after { content: attr(title); position: absolute; left: 0; z-index: 1;
  margin-top: 1.6em; max-width: 100%; box-sizing: border-box; padding: 1px 8px; border-radius: 4px;
  border: 1px solid ${paint.line}; background: ${colouring === "inverted" ? "#ffffff" : paint.back}; color: ${paint.fore};
  font: 0.75rem/1.25rem ${theme.fontFamilyBase}; white-space: nowrap; overflow: hidden; text-overflow: ellipsis;
  text-decoration: none; pointer-events: none; }
${colouring === "inverted" ? INVERTED : ""}${colouring === "contrast" ? CONTRAST : ""}`;

export function untrustedDocument(html: string, look: Look): string {
  const style = styleOf(look, paintOf(look));
  return `<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="${POLICY}"><meta charset="utf-8"><style>${style}</style></head><body dir="auto">${html}</body></html>`;
}
