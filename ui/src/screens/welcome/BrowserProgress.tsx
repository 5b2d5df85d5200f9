/** While the person signs in in the browser. */
import { Button, makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

const useStyles = makeStyles({
  root: { display: "grid", gap: "10px", alignContent: "start", flex: 1 },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: 600, outlineStyle: "none" },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px", marginTop: "8px" },
});

export function BrowserProgress({
  onCancel,
  onCode,
}: {
  onCancel: () => void;
  onCode: () => void;
}) {
  const styles = useStyles();
  const { t } = useTranslation();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <div className={styles.root}>
      <ProgressBar aria-label={t("welcome.browser.title")} />
      <h3 ref={title} tabIndex={-1} className={styles.title}>
        {t("welcome.browser.title")}
      </h3>
      <p className={styles.text}>{t("welcome.browser.text")}</p>
      <div className={styles.buttons}>
        <Button onClick={onCancel}>{t("common.cancel")}</Button>
        <Button appearance="subtle" onClick={onCode}>
          {t("welcome.browser.code")}
        </Button>
      </div>
    </div>
  );
}
