/** As what people are added. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { Choice } from "@/components/Choice";
import type { Role } from "@/ipc/bindings";

const ROLES: readonly Role[] = ["member", "ownerAndMember", "owner"];

const useStyles = makeStyles({
  root: { display: "grid", justifyItems: "start", gap: "4px" },
  hint: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
});

type Props = { role: Role; onRole: (role: Role) => void };

export function RoleChoice({ role, onRole }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <div className={styles.root}>
      <Choice
        label={t("group.add.role")}
        chosen={role}
        onChoose={onRole}
        options={ROLES.map((value) => ({ value, text: t(`group.add.roles.${value}`) }))}
      />
      <div className={styles.hint}>{t(`group.add.roleHint.${role}`)}</div>
    </div>
  );
}
