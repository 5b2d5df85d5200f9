/** The Welcome screen: two ways in, the one that needs nothing first. Also shown to add an account. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";

import { Logo } from "@/components/Logo";
import { useSession } from "@/ipc/session";
import { links } from "@/lib/links";
import { PracticeCard } from "./PracticeCard";
import { SignInCard } from "./SignInCard";

const useStyles = makeStyles({
  page: {
    height: "100%",
    overflow: "auto",
    display: "grid",
    placeItems: "center",
    padding: "24px",
  },
  box: { width: "min(880px, 100%)" },
  back: { marginBottom: "16px", marginLeft: "-12px" },
  head: { display: "flex", alignItems: "center", gap: "16px" },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    letterSpacing: "-0.01em",
    outlineStyle: "none",
  },
  subtitle: { fontSize: tokens.fontSizeBase400, color: tokens.colorNeutralForeground2 },
  ways: {
    display: "grid",
    // Not auto-fit: WebKit takes the height of one column for the height of two.
    gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)",
    "@media (max-width: 50em)": { gridTemplateColumns: "minmax(0, 1fr)" },
    gap: "20px",
    marginTop: "28px",
  },
});

export default function Welcome() {
  const styles = useStyles();
  const { t } = useTranslation();
  const account = useSession()?.account;
  const navigate = useNavigate();
  return (
    <main className={styles.page}>
      <div className={styles.box}>
        {account && (
          <Button
            appearance="subtle"
            className={styles.back}
            icon={<ArrowLeftRegular />}
            onClick={() => void navigate(links.home)}
          >
            {t("welcome.back", { tenant: account.tenantName })}
          </Button>
        )}
        <div className={styles.head}>
          <Logo />
          <div>
            <h1 className={styles.title} tabIndex={-1}>
              {t("welcome.title")}
            </h1>
            <div className={styles.subtitle}>{t("welcome.subtitle")}</div>
          </div>
        </div>
        <div className={styles.ways}>
          <PracticeCard />
          <SignInCard />
        </div>
      </div>
    </main>
  );
}
