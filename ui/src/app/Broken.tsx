/** What stands where a part of the window failed: the shell's own error, or a defect. */
import { Button, makeStyles } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { ErrorPanel } from "@/components/ErrorPanel";
import { CommandFailure } from "@/ipc/failure";

const useStyles = makeStyles({ root: { padding: "24px 32px", maxWidth: "720px" } });

export function Broken({ error, again }: { error: unknown; again: () => void }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const defect = !(error instanceof CommandFailure);
  return (
    <div className={styles.root}>
      <ErrorPanel
        error={error}
        title={defect ? t("errors.broken.title") : t("shell.startFailed")}
        actions={<Button onClick={again}>{t("errors.broken.again")}</Button>}
      />
    </div>
  );
}
