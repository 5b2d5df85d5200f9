/** What the help desk asks for: the request-id of an item, and the codes of its refusal. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { CheckmarkRegular, CopyRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useNotify } from "@/components/notify";
import { VisuallyHidden } from "@/components/VisuallyHidden";
import type { ActivityItem } from "@/ipc/bindings";
import { copyText } from "@/lib/clipboard";
import { tenure } from "@/theme/colors";

const useStyles = makeStyles({
  codes: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "0 8px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    overflowWrap: "anywhere",
  },
  id: {
    display: "inline-flex",
    alignItems: "center",
    gap: "4px",
    minHeight: "24px",
    padding: "0 4px",
    marginLeft: "-4px",
    border: "none",
    borderRadius: "4px",
    background: "none",
    font: "inherit",
    color: "inherit",
    cursor: "pointer",
    ":hover": { backgroundColor: tenure.tenureHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

export function ItemCodes({ item: { requestId, status, serviceCode } }: { item: ActivityItem }) {
  const styles = useStyles();
  const { t } = useTranslation();
  if (!requestId && !status) return null;
  return (
    <span className={styles.codes}>
      {status && <span>{t("jobs.details.status", { status, code: serviceCode ?? "" })}</span>}
      {requestId && <RequestId id={requestId} />}
    </span>
  );
}

/** Shortened, and copied whole. */
function RequestId({ id }: { id: string }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const notify = useNotify();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    const done = await copyText(id);
    setCopied(done);
    if (!done) notify({ intent: "failed", title: t("common.copyFailed"), body: id });
  };
  return (
    <button
      type="button"
      className={styles.id}
      title={id}
      onClick={() => void copy()}
      onBlur={() => setCopied(false)}
    >
      <span>{t("jobs.details.request", { id: `${id.slice(0, 4)}…${id.slice(-4)}` })}</span>
      {copied ? <CheckmarkRegular aria-hidden /> : <CopyRegular aria-hidden />}
      <VisuallyHidden>
        <span aria-live="polite">{copied ? t("common.copied") : t("common.copy")}</span>
      </VisuallyHidden>
    </button>
  );
}
