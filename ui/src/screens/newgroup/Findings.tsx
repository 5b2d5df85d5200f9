/** What is wrong with a name or an alias, each with one press that puts it right. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { WarningRegular } from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";

import { nameProblemWords } from "@/components/nameProblemWords";
import type { NameField, NameFinding } from "@/ipc/bindings";
import { tenure } from "@/theme/colors";

const useStyles = makeStyles({
  list: { margin: "4px 0 0", padding: 0, listStyleType: "none", display: "grid", gap: "6px" },
  finding: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "4px 8px" },
  words: {
    display: "inline-flex",
    gap: "6px",
    flex: "1 1 14rem",
    color: tokens.colorNeutralForeground1,
    overflowWrap: "anywhere",
    "& svg": { flex: "none", marginTop: "2px", fontSize: "16px", color: tenure.tenureAmber },
  },
  use: { maxWidth: "100%", overflowWrap: "anywhere" },
});

interface Props {
  field: NameField;
  findings: readonly NameFinding[];
  onUse: (suggestion: string) => void;
}

export function Findings({ field, findings, onUse }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const concerned = findings.filter((finding) => finding.field === field);
  return (
    <div role="status">
      {concerned.length > 0 && (
        <ul className={styles.list}>
          {concerned.map((finding, index) => (
            <li key={index} className={styles.finding}>
              <span className={styles.words}>
                <WarningRegular aria-hidden />
                {nameProblemWords(t, finding)}
              </span>
              <Use finding={finding} onUse={onUse} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Use({ finding, onUse }: { finding: NameFinding; onUse: (suggestion: string) => void }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { suggestion } = finding;
  if (suggestion === null) return null;
  return (
    <Button size="small" className={styles.use} onClick={() => onUse(suggestion)}>
      {t("newgroup.use", { suggestion })}
    </Button>
  );
}
