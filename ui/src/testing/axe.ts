/** Checks what is on the screen against WCAG 2.2 AA. Colours are not computed by jsdom: see contrast.test.ts. */
import axe from "axe-core";

export async function violations(within: Element = document.body): Promise<string[]> {
  const { violations } = await axe.run(within, {
    preload: false,
    // What stands in frames is strangers' HTML, which answers nobody.
    iframes: false,
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    rules: {
      "color-contrast": { enabled: false },
      // Menus, toasts and dialogs stand outside the landmarks, as they should.
      region: { enabled: false },
    },
  });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
