/**
 * The words of all screens. One file a screen in `en/`; keys are checked by the compiler. Plurals are
 * i18next's (`_one`, `_other`), chosen by `Intl.PluralRules`.
 */
import i18next from "i18next";
import { initReactI18next } from "react-i18next";

import { en } from "./en";
import type { calendar } from "./en/calendar";
import type { conversations } from "./en/conversations";
import type { policies } from "./en/policies";
import type { writing } from "./en/writing";

/** Words of what few open at once: they come with its script, and not before the first picture. */
interface Later {
  calendar: typeof calendar;
  conversations: typeof conversations;
  policies: typeof policies;
  writing: typeof writing;
}

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    resources: { translation: typeof en & Later };
  }
}

export const i18n = i18next.createInstance();

void i18n.use(initReactI18next).init({
  lng: "en",
  resources: { en: { translation: en } },
  interpolation: { escapeValue: false },
  initAsync: false,
});

/** Adds the words of a part that is loaded later. */
export function addWords(words: Partial<Later>): void {
  i18n.addResourceBundle("en", "translation", words, true);
}
