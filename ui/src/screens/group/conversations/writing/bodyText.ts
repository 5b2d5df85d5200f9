/** From formatted text to plain text and back. */

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Each line becomes a paragraph. */
export const htmlOf = (text: string): string =>
  text === ""
    ? ""
    : text
        .split("\n")
        .map((line) => `<p>${escaped(line)}</p>`)
        .join("");

const BLOCKS = "p, li, blockquote, br";

/** Paragraphs and list items become lines; where links lead is kept in words. */
export function textOf(html: string): string {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const link of page.querySelectorAll("a[href]")) {
    const address = link.getAttribute("href") ?? "";
    if (link.textContent !== address) link.append(` <${address}>`);
  }
  for (const item of page.querySelectorAll("li")) item.prepend("- ");
  for (const block of page.querySelectorAll(BLOCKS)) block.after("\n");
  return (page.body.textContent ?? "").replace(/\n{3,}/g, "\n\n").trimEnd();
}
