/** The permissions with what each is for, who approves it, and whether it was granted. */
import {
  Badge,
  makeStyles,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
} from "@fluentui/react-components";
import { CheckmarkRegular } from "@fluentui/react-icons";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";

import type { Permission } from "@/ipc/bindings";
import { en } from "@/i18n/en";
import { tenure } from "@/theme/colors";

const useStyles = makeStyles({
  cell: { verticalAlign: "top", padding: "8px", height: "auto" },
  name: { overflowWrap: "anywhere", fontWeight: tokens.fontWeightSemibold },
  granted: { display: "inline-flex", alignItems: "center", gap: "4px", color: tenure.tenureGreen },
  missing: { color: tokens.colorNeutralForeground3 },
});

export function PermissionTable({ permissions }: { permissions: readonly Permission[] }) {
  const { t } = useTranslation();
  const withState = permissions.some(({ granted }) => granted !== null);
  return (
    <Table size="small" aria-label={t("permissions.title")}>
      <TableHeader>
        <TableRow>
          <TableHeaderCell>{t("permissions.name")}</TableHeaderCell>
          <TableHeaderCell>{t("permissions.reason")}</TableHeaderCell>
          <TableHeaderCell>{t("permissions.approval")}</TableHeaderCell>
          {withState && <TableHeaderCell>{t("permissions.state")}</TableHeaderCell>}
        </TableRow>
      </TableHeader>
      <TableBody>
        {permissions.map((permission) => (
          <Row key={permission.name} permission={permission} withState={withState} />
        ))}
      </TableBody>
    </Table>
  );
}

function Row({ permission, withState }: { permission: Permission; withState: boolean }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { name, adminConsent, granted } = permission;
  return (
    <TableRow>
      <TableCell className={`${styles.cell} ${styles.name}`}>{name}</TableCell>
      <TableCell className={styles.cell}>{whyOf(t, name)}</TableCell>
      <TableCell className={styles.cell}>
        {adminConsent ? (
          <Badge appearance="tint" color="warning">
            {t("permissions.administrator")}
          </Badge>
        ) : (
          t("permissions.person")
        )}
      </TableCell>
      {withState && (
        <TableCell className={styles.cell}>
          {granted ? (
            <span className={styles.granted}>
              <CheckmarkRegular aria-hidden />
              {t("permissions.granted")}
            </span>
          ) : (
            <span className={styles.missing}>{t("permissions.missing")}</span>
          )}
        </TableCell>
      )}
    </TableRow>
  );
}

const reasons: Record<string, string> = en.permissions.why;

/** Names of permissions hold dots, which are i18next's separators of keys. */
const whyOf = (t: TFunction, name: string): string => reasons[name] ?? t("permissions.why.other");
