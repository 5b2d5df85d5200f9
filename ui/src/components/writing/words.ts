/** Brings the words of the editor along with the script that needs them. */
import { addWords } from "@/i18n";
import { writing } from "@/i18n/en/writing";

addWords({ writing });
