/** Signing in with a code: large enough to read across a desk, and how long it still works. */
import { Button, makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import { OpenRegular } from "@fluentui/react-icons";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import { CopyButton } from "@/components/CopyButton";
import { useOpenExternal } from "@/components/useOpenExternal";
import type { DeviceCode } from "@/ipc/bindings";
import { formatCountdown } from "@/lib/dates";
import { useClock } from "@/lib/useClock";

const useStyles = makeStyles({
  root: { display: "grid", gap: "10px", alignContent: "start", flex: 1 },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: 600, outlineStyle: "none" },
  text: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  code: {
    padding: "12px",
    textAlign: "center",
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: "2.25rem",
    lineHeight: "2.75rem",
    fontWeight: tokens.fontWeightSemibold,
    letterSpacing: "0.08em",
    userSelect: "text",
    borderRadius: "8px",
    backgroundColor: tokens.colorNeutralBackground3,
  },
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px" },
});

interface Props {
  /** `null` until it has come. */
  code: DeviceCode | null;
  onAgain: () => void;
  onCancel: () => void;
}

export function CodePanel({ code, onAgain, onCancel }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <div className={styles.root}>
      <h3 ref={title} tabIndex={-1} className={styles.title}>
        {code ? t("welcome.code.title") : t("welcome.code.starting")}
      </h3>
      {code ? <Code code={code} onAgain={onAgain} /> : <ProgressBar />}
      <div className={styles.buttons}>
        <Button onClick={onCancel}>{t("common.cancel")}</Button>
      </div>
    </div>
  );
}

function Code({ code, onAgain }: { code: DeviceCode; onAgain: () => void }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const open = useOpenExternal();
  const left = Math.floor((Date.parse(code.expiresAt) - useClock(1_000)) / 1_000);
  if (left <= 0) {
    return (
      <>
        <p role="alert" className={styles.text}>
          {t("welcome.code.over")}
        </p>
        <div>
          <Button appearance="primary" onClick={onAgain}>
            {t("welcome.code.again")}
          </Button>
        </div>
      </>
    );
  }
  return (
    <>
      <p className={styles.text}>{t("welcome.code.text", { address: code.verificationUri })}</p>
      <output className={styles.code}>{code.userCode}</output>
      <div className={styles.buttons}>
        <CopyButton text={code.userCode} label={t("welcome.code.copy")} />
        <Button icon={<OpenRegular />} onClick={() => open(code.verificationUri)}>
          {t("welcome.code.open")}
        </Button>
      </div>
      <p className={styles.text}>{t("welcome.code.waiting")}</p>
      <p role="timer" className={styles.text}>
        {t("welcome.code.left", { left: formatCountdown(left) })}
      </p>
    </>
  );
}
