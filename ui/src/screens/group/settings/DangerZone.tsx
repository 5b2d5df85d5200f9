/** Deletes the group, after having said what goes with it. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { FixedReason } from "@/ipc/bindings";
import { useOpenGroup } from "../openGroup";
import { DeleteDialog } from "./DeleteDialog";
import { Part } from "./Part";

const useStyles = makeStyles({
  row: { display: "flex", alignItems: "center", flexWrap: "wrap", gap: "8px 16px" },
  words: { flex: "1 1 16rem", color: tokens.colorNeutralForeground2 },
});

export function DangerZone({ fixed }: { fixed: FixedReason | null }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { summary } = useOpenGroup();
  const [asking, setAsking] = useState(false);
  return (
    <Part title={t("group.delete.heading")} danger>
      <div className={styles.row}>
        <span className={styles.words}>{t("group.delete.intro")}</span>
        <Button disabled={fixed !== null} onClick={() => setAsking(true)}>
          {t("group.menu.delete")}
        </Button>
      </div>
      {asking && <DeleteDialog group={summary} onClose={() => setAsking(false)} />}
    </Part>
  );
}
