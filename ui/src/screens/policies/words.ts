/** Brings the words of the policies; imported before anything that says them. */
import { addWords } from "@/i18n";
import { policies } from "@/i18n/en/policies";

addWords({ policies });
