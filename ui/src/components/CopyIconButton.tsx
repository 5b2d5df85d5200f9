/** Copies a text; a small button beside it, which says so in its name once it is done. */
import { Button, makeStyles, Tooltip } from "@fluentui/react-components";
import { CheckmarkRegular, CopyRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { copyText } from "@/lib/clipboard";

const useStyles = makeStyles({
  button: { flex: "none", minWidth: "24px", height: "24px", padding: 0 },
});

export function CopyIconButton({ text, label }: { text: string; label: string }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [copied, setCopied] = useState<boolean | null>(null);
  const said = copied === null ? label : t(copied ? "common.copied" : "common.copyFailed");
  return (
    <Tooltip relationship="label" content={said}>
      <Button
        size="small"
        appearance="subtle"
        className={styles.button}
        icon={copied ? <CheckmarkRegular /> : <CopyRegular />}
        onClick={() => void copyText(text).then(setCopied)}
        onBlur={() => setCopied(null)}
      />
    </Tooltip>
  );
}
