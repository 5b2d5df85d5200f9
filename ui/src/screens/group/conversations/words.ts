/** Brings the words of the conversations; imported before anything that says them. */
import { addWords } from "@/i18n";
import { conversations } from "@/i18n/en/conversations";

addWords({ conversations });
