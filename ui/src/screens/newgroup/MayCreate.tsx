/** Why one may not create groups here, and where the company says how they are to be used. */
import { Link, makeStyles, MessageBar, MessageBarBody, tokens } from "@fluentui/react-components";
import { BookInformationRegular } from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";

import { barrierWords } from "@/components/barrierWords";
import { useOpenExternal } from "@/components/useOpenExternal";
import type { CreationRules } from "@/ipc/bindings";
import { links } from "@/lib/links";

const useStyles = makeStyles({
  bar: { flex: "none" },
  guidelines: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "4px 16px",
    padding: "8px 12px",
    borderRadius: "6px",
    backgroundColor: tokens.colorNeutralBackground2,
    "& svg": { fontSize: "18px", color: tokens.colorNeutralForeground2 },
  },
});

export function MayCreate({ rules }: { rules: CreationRules | undefined }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const navigate = useNavigate();
  const open = useOpenExternal();
  if (!rules) return null;
  const { barrier, guidelinesUrl, guestGuidelinesUrl, everybodyMayCreate } = rules;
  const unsure = !barrier && everybodyMayCreate === false;
  return (
    <>
      {(barrier ?? unsure) && (
        <MessageBar intent={barrier ? "warning" : "info"} layout="multiline" className={styles.bar}>
          <MessageBarBody>
            {barrier ? barrierWords(t, barrier) : t("newgroup.notEverybody")}{" "}
            <Link inline onClick={() => void navigate(links.policy("creation"))}>
              {t("newgroup.whoMay")}
            </Link>
          </MessageBarBody>
        </MessageBar>
      )}
      {(guidelinesUrl ?? guestGuidelinesUrl) && (
        <div className={styles.guidelines}>
          <BookInformationRegular aria-hidden />
          {guidelinesUrl && (
            <Link onClick={() => open(guidelinesUrl)}>{t("newgroup.guidelines")}</Link>
          )}
          {guestGuidelinesUrl && (
            <Link onClick={() => open(guestGuidelinesUrl)}>{t("newgroup.guestGuidelines")}</Link>
          )}
        </div>
      )}
    </>
  );
}
