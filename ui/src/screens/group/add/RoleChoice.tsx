/** As what people are added. */
import { Field, makeStyles, Radio, RadioGroup } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import type { Role } from "@/ipc/bindings";

const ROLES: readonly Role[] = ["member", "ownerAndMember", "owner"];

const useStyles = makeStyles({
  group: { flexWrap: "wrap", columnGap: "4px", marginLeft: "-8px" },
});

type Props = { role: Role; onRole: (role: Role) => void };

export function RoleChoice({ role, onRole }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <Field label={t("group.add.role")} hint={t(`group.add.roleHint.${role}`)}>
      <RadioGroup
        layout="horizontal"
        value={role}
        className={styles.group}
        onChange={(_event, data) => onRole(data.value as Role)}
      >
        {ROLES.map((each) => (
          <Radio key={each} value={each} label={t(`group.add.roles.${each}`)} />
        ))}
      </RadioGroup>
    </Field>
  );
}
