/** Between the HTML of an event's text and plain words. */

const BLOCKS = "p, div, li, h1, h2, h3, blockquote, pre, tr";

/** The words of HTML. It is parsed into a document of its own, in which nothing runs and nothing is loaded. */
export function textOf(html: string): string {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  body.querySelectorAll("br").forEach((line) => line.replaceWith("\n"));
  body.querySelectorAll(BLOCKS).forEach((block) => block.append("\n"));
  return (body.textContent ?? "").replaceAll(/\n{3,}/g, "\n\n").trim();
}

/** Plain words as HTML: a paragraph for each that was typed. */
export function htmlOf(text: string): string {
  const made = document.implementation.createHTMLDocument("");
  for (const paragraph of text.trim() === "" ? [] : text.trim().split(/\n{2,}/)) {
    const element = made.createElement("p");
    paragraph.split("\n").forEach((line, index) => {
      if (index > 0) element.append(made.createElement("br"));
      element.append(line);
    });
    made.body.append(element);
  }
  return made.body.innerHTML;
}
