/** The page where an administrator approves the permissions: to send, or to open. */
import { Button, makeStyles } from "@fluentui/react-components";
import { OpenRegular } from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";

import { CopyButton } from "@/components/CopyButton";
import { useOpenExternal } from "@/components/useOpenExternal";

const useStyles = makeStyles({ row: { display: "flex", flexWrap: "wrap", gap: "8px" } });

export function ConsentLink({ url }: { url: string }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const open = useOpenExternal();
  return (
    <div className={styles.row}>
      <CopyButton text={url} label={t("permissions.copyLink")} />
      <Button icon={<OpenRegular />} onClick={() => open(url)}>
        {t("permissions.openLink")}
      </Button>
    </div>
  );
}
