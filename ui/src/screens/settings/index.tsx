/** The Settings screen: how it looks, who is signed in, what is kept and how. */
import { makeStyles } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { PageHeader } from "@/components/PageHeader";
import { useSession } from "@/ipc/session";
import { PracticePanel } from "@/practice/PracticePanel";
import { AboutSection } from "./AboutSection";
import { AccountsSection } from "./AccountsSection";
import { AppearanceSection } from "./AppearanceSection";
import { NoticesSection } from "./NoticesSection";
import { PermissionsSection } from "./PermissionsSection";
import { ProtectionSection } from "./ProtectionSection";
import { Section } from "./Section";
import { StorageSection } from "./StorageSection";

const useStyles = makeStyles({
  columns: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(420px, 100%), 1fr))",
    gap: "16px",
    alignItems: "start",
    maxWidth: "1240px",
  },
  column: { display: "grid", gap: "16px", minWidth: 0 },
});

export default function Settings() {
  const styles = useStyles();
  const { t } = useTranslation();
  const practice = useSession()?.account.cloud === "practice";
  return (
    <>
      <PageHeader title={t("settings.title")} subtitle={t("settings.subtitle")} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <AppearanceSection />
          <NoticesSection />
          <AccountsSection />
          <PermissionsSection />
        </div>
        <div className={styles.column}>
          {practice && (
            <Section title={t("settings.practice.title")} text={t("settings.practice.text")}>
              <PracticePanel />
            </Section>
          )}
          <ProtectionSection />
          <StorageSection />
          <AboutSection />
        </div>
      </div>
    </>
  );
}
