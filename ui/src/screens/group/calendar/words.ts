/** Brings the words of this part of the screen along with its script. */
import { addWords } from "@/i18n";
import { calendar } from "@/i18n/en/calendar";

addWords({ calendar });
