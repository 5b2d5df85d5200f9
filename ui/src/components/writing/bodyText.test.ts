import { expect, it } from "vitest";

import { htmlOf, textOf } from "./bodyText";

it("keeps lines, list items, cells, and where links lead", () => {
  const html =
    '<div>Agenda</div><ul><li><p>one</p></li><li>two</li></ul><p>See <a href="https://a.example/">here</a></p><table><tr><td>1</td><td>2</td></tr></table>';
  expect(textOf(html)).toBe("Agenda\n- one\n- two\nSee here <https://a.example/>\n1\t2");
});

it("gives plain words back as they were typed, and takes none of them for markup", () => {
  const typed = "a <b>bold</b> & c\n\nlast line";
  expect(htmlOf(typed)).toBe("<p>a &lt;b&gt;bold&lt;/b&gt; &amp; c</p><p></p><p>last line</p>");
  expect(textOf(htmlOf(typed))).toBe(typed);
});
