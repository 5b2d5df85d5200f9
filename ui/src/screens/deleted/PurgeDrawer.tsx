/** Deleting for good: what is lost, the plan, and the name that has to be typed first. */
import { Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { PlanDrawer } from "@/components/jobs/PlanDrawer";
import type { Planning } from "@/components/jobs/usePlan";
import type { DeletedGroup } from "@/ipc/bindings";
import { formatNumber } from "@/lib/dates";
import { tenure } from "@/theme/colors";

const useStyles = makeStyles({
  warning: {
    margin: 0,
    padding: "12px",
    borderRadius: "4px",
    borderLeft: `3px solid ${tenure.tenureRedBar}`,
    backgroundColor: tenure.tenureRedSoft,
    color: tokens.colorNeutralForeground1,
    overflowWrap: "anywhere",
  },
});

interface Props {
  groups: readonly DeletedGroup[];
  planning: Planning;
  onStarted: () => void;
}

export function PurgeDrawer(props: Props) {
  // Whoever opens it again types again.
  return props.planning.planned.state === "none" ? null : <Open {...props} />;
}

function Open({ groups, planning, onStarted }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const count = groups.length;
  const shown = formatNumber(count);
  const name = groups[0]?.displayName ?? "";
  const text = count === 1 ? name : shown;
  const same = typed.trim().normalize() === text.trim().normalize();
  return (
    <PlanDrawer planning={planning} disabled={!same} onStarted={onStarted}>
      <p className={styles.warning}>{t("deleted.purgeWarning", { count, name, shown })}</p>
      <Field label={t("deleted.purgeType", { text })}>
        <Input
          value={typed}
          dir="auto"
          autoComplete="off"
          onChange={(_event, data) => setTyped(data.value)}
        />
      </Field>
    </PlanDrawer>
  );
}
