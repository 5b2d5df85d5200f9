/** What is not in order with a naming rule: what would be refused first, then what one may want to know. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { InfoRegular, WarningRegular } from "@fluentui/react-icons";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";

import type { NamingFinding } from "@/ipc/bindings";
import { formatNumber } from "@/lib/dates";
import { tenure } from "@/theme/colors";

const useStyles = makeStyles({
  list: { display: "grid", gap: "4px", margin: 0, padding: 0, listStyleType: "none" },
  item: { display: "flex", gap: "8px", "& svg": { flex: "none", marginTop: "2px" } },
  wrong: { color: tenure.tenureRed },
  known: { color: tokens.colorNeutralForeground2 },
});

/** What does not stand in the way of saving. */
const HARMLESS: readonly NamingFinding["kind"][] = ["littleRoom", "unknownToken", "wordsTwice"];

export function RuleFindings({ findings }: { findings: readonly NamingFinding[] }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const isHarmless = ({ kind }: NamingFinding) => HARMLESS.includes(kind);
  const sorted = [...findings].sort((a, b) => Number(isHarmless(a)) - Number(isHarmless(b)));
  return (
    <div role="status">
      {sorted.length > 0 && (
        <ul className={styles.list}>
          {sorted.map((finding, index) => (
            <li
              key={index}
              className={`${styles.item} ${isHarmless(finding) ? styles.known : styles.wrong}`}
            >
              {isHarmless(finding) ? <InfoRegular aria-hidden /> : <WarningRegular aria-hidden />}
              <span>{ruleFindingWords(t, finding)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function ruleFindingWords(t: TFunction, finding: NamingFinding): string {
  switch (finding.kind) {
    case "littleRoom":
      return t("policies.finding.littleRoom", {
        count: finding.left,
        who: finding.person.displayName,
      });
    case "patternTooLong":
    case "noRoom":
      return t(`policies.finding.${finding.kind}`, finding);
    case "tooManyWords":
      return t("policies.finding.tooManyWords", {
        shown: formatNumber(finding.count),
        most: formatNumber(finding.most),
      });
    case "unknownToken":
      return t("policies.finding.unknownToken", finding);
    case "wordWithComma":
    case "patternBlocked":
      return t(`policies.finding.${finding.kind}`, finding);
    case "wordsTwice":
      return t("policies.finding.wordsTwice", finding);
    case "groupNameMissing":
    case "groupNameTwice":
      return t(`policies.finding.${finding.kind}`);
  }
}
