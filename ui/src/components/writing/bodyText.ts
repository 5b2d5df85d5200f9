/** Between formatted text and plain words. What is parsed here stands in a document in which nothing runs or loads. */

const BLOCKS = "p, div, li, h1, h2, h3, h4, h5, h6, blockquote, pre, tr, td + td";

/** Paragraphs, rows and list items become lines; where links lead is kept in words. */
export function textOf(html: string): string {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  for (const link of body.querySelectorAll("a[href]")) {
    const address = link.getAttribute("href") ?? "";
    if (link.textContent !== address) link.append(` <${address}>`);
  }
  body.querySelectorAll("br").forEach((line) => line.replaceWith("\n"));
  body.querySelectorAll("li").forEach((item) => item.prepend("- "));
  for (const block of body.querySelectorAll(BLOCKS)) {
    if (block.matches("td")) block.prepend("\t");
    else if (!block.matches("li > p:only-child")) block.after("\n");
  }
  return (body.textContent ?? "").replaceAll(/\n{3,}/g, "\n\n").trim();
}

/** Plain words as they were typed: each line a paragraph. */
export function htmlOf(text: string): string {
  const made = document.implementation.createHTMLDocument("");
  for (const line of text === "" ? [] : text.split("\n")) {
    made.body.append(Object.assign(made.createElement("p"), { textContent: line }));
  }
  return made.body.innerHTML;
}
