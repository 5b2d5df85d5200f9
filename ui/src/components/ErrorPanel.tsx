/** A failure in the place where it matters: what happened, what was not changed, what to do. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { ErrorCode } from "@/ipc/bindings";
import { ConsentLink } from "@/permissions/ConsentLink";
import { tenure } from "@/theme/colors";
import { ErrorDetails } from "./ErrorDetails";
import { commandErrorOf, errorWords } from "./errorWords";

const useStyles = makeStyles({
  panel: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: "4px",
    padding: "16px",
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderLeft: `3px solid ${tenure.tenureRedBar}`,
    borderRadius: "8px",
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: 0, maxWidth: "72ch", color: tokens.colorNeutralForeground2 },
  actions: { display: "flex", flexWrap: "wrap", gap: "8px", marginTop: "8px" },
});

const NEED_CONSENT: readonly ErrorCode[] = [
  "adminConsentRequired",
  "consentDeclined",
  "permissionMissing",
];

export interface ErrorPanelProps {
  /** What was thrown, or the error that came with the data. */
  error: unknown;
  /** What was not done, said first: "The group was not renewed." */
  title?: string;
  /** Whether to say that nothing was changed; for failed changes, not for failed reads. */
  unchanged?: boolean;
  onRetry?: () => void;
  actions?: ReactNode;
}

export function ErrorPanel({ error, title, unchanged, onRetry, actions }: ErrorPanelProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const failure = commandErrorOf(error);
  const consentUrl = NEED_CONSENT.includes(failure.code) ? failure.params.adminConsentUrl : null;
  const words = errorWords(t, failure);
  const sayUnchanged = unchanged && failure.code !== "outcomeUnknown";
  const sentences = [title && `${words.title}.`, words.text, sayUnchanged && t("errors.unchanged")];
  return (
    <div role="alert" className={styles.panel}>
      <h2 className={styles.title}>{title ?? words.title}</h2>
      <p className={styles.text}>{[...sentences, words.todo].filter(Boolean).join(" ")}</p>
      {(onRetry ?? actions ?? consentUrl) && (
        <div className={styles.actions}>
          {actions}
          {consentUrl && <ConsentLink url={consentUrl} />}
          {onRetry && <Button onClick={onRetry}>{t("common.retry")}</Button>}
        </div>
      )}
      <ErrorDetails error={failure} />
    </div>
  );
}
