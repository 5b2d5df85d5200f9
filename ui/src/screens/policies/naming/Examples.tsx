/** What a name comes to for the signed-in person and for others, with how much of its length is used. */
import { Badge, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { nameProblemWords } from "@/components/nameProblemWords";
import type { NameExample, NamingPreview } from "@/ipc/bindings";
import { tenure } from "@/theme/colors";

const useStyles = makeStyles({
  list: { display: "grid", margin: 0, padding: 0, listStyleType: "none" },
  old: { opacity: 0.5 },
  row: {
    display: "grid",
    gridTemplateColumns: "minmax(8rem, 1fr) minmax(0, 2.4fr) minmax(6rem, 0.8fr)",
    alignItems: "center",
    gap: "4px 16px",
    padding: "8px 0",
    ":not(:first-child)": { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
    "@container policy (max-width: 34rem)": { gridTemplateColumns: "minmax(0, 1fr)" },
  },
  who: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "6px", minWidth: 0 },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere", userSelect: "text" },
  alias: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    overflowWrap: "anywhere",
    userSelect: "text",
  },
  wrong: { color: tenure.tenureRed },
  meter: {
    height: "4px",
    borderRadius: "2px",
    overflow: "hidden",
    backgroundColor: tenure.tenureSkeleton,
  },
  used: { height: "100%", backgroundColor: tokens.colorCompoundBrandBackground },
  over: { backgroundColor: tenure.tenureRedBar },
  figures: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

export function Examples({ preview, old }: { preview: NamingPreview; old: boolean }) {
  const styles = useStyles();
  return (
    <ul className={mergeClasses(styles.list, old && styles.old)}>
      {preview.examples.map((example) => (
        <Example key={example.person.id} example={example} preview={preview} />
      ))}
    </ul>
  );
}

function Example({ example, preview }: { example: NameExample; preview: NamingPreview }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { length, room, findings, me } = example;
  const most = preview.policy.nameMost;
  const unset = example.unset.map((attribute) => t(`policies.attribute.${attribute}`));
  return (
    <li className={styles.row}>
      <span className={styles.who}>
        <bdi>{example.person.displayName}</bdi>
        {me && <Badge appearance="tint">{t("policies.naming.you")}</Badge>}
      </span>
      <div>
        <div className={styles.name} dir="auto">
          {example.displayName}
        </div>
        <div className={styles.alias}>{example.mailNickname}</div>
        {findings.map((finding, index) => (
          <div key={index} className={mergeClasses(styles.alias, styles.wrong)}>
            {nameProblemWords(t, finding)}
          </div>
        ))}
        {unset.length > 0 && (
          <div className={styles.alias}>
            {t("policies.naming.unset", { attributes: unset.join(", ") })}
          </div>
        )}
        {me && preview.exempt && <div className={styles.alias}>{t("policies.naming.exempt")}</div>}
      </div>
      <div>
        <div aria-hidden className={styles.meter}>
          <div
            className={mergeClasses(styles.used, length > most && styles.over)}
            style={{ width: `${Math.min(100, (length / most) * 100)}%` }}
          />
        </div>
        <span className={mergeClasses(styles.figures, room < 0 && styles.wrong)}>
          {t("policies.naming.length", { length, most })}
        </span>
      </div>
    </li>
  );
}
