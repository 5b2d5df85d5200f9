/** Why something cannot be changed here, which roles can, and where to ask for what is missing. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { LockClosedRegular } from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import type { PolicyArea } from "@/ipc/bindings";
import { links } from "@/lib/links";
import { lockedWords } from "@/permissions/lockedWords";
import { useRight } from "./context";

const useStyles = makeStyles({
  note: {
    display: "flex",
    gap: "8px",
    padding: "8px 12px",
    borderRadius: "6px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground2,
    "& svg": { flex: "none", fontSize: "16px" },
  },
  link: { color: tokens.colorBrandForegroundLink },
});

/** Nothing where the area may be changed. */
export function Locked({ area }: { area: PolicyArea }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const right = useRight(area);
  if (!right.obstacle) return null;
  return (
    <div role="note" className={styles.note}>
      <LockClosedRegular aria-hidden />
      <span>
        {t("policies.readable")} {lockedWords(t, right)}{" "}
        {right.obstacle === "permission" && (
          <Link to={links.settings} className={styles.link}>
            {t("permissions.locked.ask")}
          </Link>
        )}
      </span>
    </div>
  );
}
