/** The permissions with what each is for, who approves it, and whether it was granted. */
import { Badge, makeStyles, tokens } from "@fluentui/react-components";
import { CheckmarkRegular } from "@fluentui/react-icons";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";

import { en } from "@/i18n/en";
import type { Permission } from "@/ipc/bindings";
import { tenure } from "@/theme/colors";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0 },
  item: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "2px 12px",
    padding: "8px 0",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ":first-child": { borderTopStyle: "none" },
  },
  words: { flex: "1 1 220px", minWidth: 0 },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  why: { color: tokens.colorNeutralForeground2 },
  badge: { color: tenure.tenureAmber, backgroundColor: tenure.tenureAmberSoft },
  state: { display: "inline-flex", alignItems: "center", gap: "4px", minWidth: "84px" },
  granted: { color: tenure.tenureGreen },
  missing: { color: tokens.colorNeutralForeground3 },
});

export function PermissionList({ permissions }: { permissions: readonly Permission[] }) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <ul aria-label={t("permissions.title")} className={styles.list}>
      {permissions.map((permission) => (
        <Item key={permission.name} permission={permission} />
      ))}
    </ul>
  );
}

function Item({ permission: { name, adminConsent, granted } }: { permission: Permission }) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <li className={styles.item}>
      <div className={styles.words}>
        <div className={styles.name}>{name}</div>
        <div className={styles.why}>{whyOf(t, name)}</div>
      </div>
      {adminConsent && (
        <Badge appearance="tint" className={styles.badge}>
          {t("permissions.administrator")}
        </Badge>
      )}
      {granted === true && (
        <span className={`${styles.state} ${styles.granted}`}>
          <CheckmarkRegular aria-hidden />
          {t("permissions.granted")}
        </span>
      )}
      {granted === false && (
        <span className={`${styles.state} ${styles.missing}`}>{t("permissions.missing")}</span>
      )}
    </li>
  );
}

const reasons: Record<string, string> = en.permissions.why;

/** Names of permissions hold dots, which are i18next's separators of keys. */
const whyOf = (t: TFunction, name: string): string => reasons[name] ?? t("permissions.why.other");
