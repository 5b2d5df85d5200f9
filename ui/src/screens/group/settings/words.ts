/** The values of a group's properties, in the words of the form. */
import type { TFunction } from "i18next";

import { isTheme } from "../ThemeName";
import type { Property, Values } from "./draft";

export function valueWords(t: TFunction, property: Property, value: Values[Property]): string {
  if (value === null || value === "") return t("jobs.value.none");
  if (typeof value === "boolean") return t(`jobs.value.${value}`);
  if (typeof value === "object") return value.displayName;
  if (property === "visibility") return t(`groups.visibility.${value as Values["visibility"]}`);
  if (property === "theme" && isTheme(value)) return t(`group.theme.${value}`);
  return value;
}
