/** An address to read, and a small button that copies it. */
import { Button, makeStyles, Tooltip } from "@fluentui/react-components";
import { CheckmarkRegular, CopyRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { copyText } from "@/lib/clipboard";

const useStyles = makeStyles({
  root: { display: "flex", alignItems: "flex-start", gap: "4px" },
  button: { flex: "none", minWidth: "24px", height: "24px", padding: 0, marginTop: "-2px" },
});

export function CopyAddress({ address }: { address: string }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [copied, setCopied] = useState<boolean | null>(null);
  const label =
    copied === null
      ? t("groups.detail.copyAddress")
      : t(copied ? "common.copied" : "common.copyFailed");
  return (
    <div className={styles.root}>
      <span>{address}</span>
      <Tooltip relationship="label" content={label}>
        <Button
          size="small"
          appearance="subtle"
          className={styles.button}
          icon={copied ? <CheckmarkRegular /> : <CopyRegular />}
          onClick={() => void copyText(address).then(setCopied)}
          onBlur={() => setCopied(null)}
        />
      </Tooltip>
    </div>
  );
}
