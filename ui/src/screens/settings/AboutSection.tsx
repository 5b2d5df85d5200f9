/** What this program is. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { Logo } from "@/components/Logo";
import { useStart } from "@/ipc/session";
import { openKeys } from "@/shortcuts/palette";
import { Section } from "./Section";

const useStyles = makeStyles({
  about: { display: "flex", alignItems: "center", gap: "12px" },
  version: { fontWeight: tokens.fontWeightSemibold },
  text: { color: tokens.colorNeutralForeground2 },
});

export function AboutSection() {
  const styles = useStyles();
  const { t } = useTranslation();
  const { version } = useStart();
  return (
    <Section title={t("settings.about.title")}>
      <div className={styles.about}>
        <Logo size={36} />
        <div>
          <div className={styles.version}>{t("settings.about.version", { version })}</div>
          <div className={styles.text}>{t("settings.about.text")}</div>
        </div>
      </div>
      <div>
        <Button onClick={openKeys}>{t("settings.about.keys")}</Button>
      </div>
    </Section>
  );
}
