/** Why something of the group cannot be changed here, and where it can. */
import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { LockClosedRegular } from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";

import type { FixedReason } from "@/ipc/bindings";
import { links } from "@/lib/links";
import { useOpenGroup } from "./openGroup";

const useStyles = makeStyles({
  notice: {
    display: "flex",
    gap: "10px",
    marginBottom: "16px",
    padding: "10px 12px",
    borderRadius: "8px",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground2,
    "& svg": { flex: "none", fontSize: "18px", marginTop: "1px" },
  },
  rule: {
    margin: "4px 0 0",
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: "anywhere",
    userSelect: "text",
  },
});

type Props = { reason: FixedReason | null; of: "people" | "properties" };

export function FixedNotice({ reason, of }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { details } = useOpenGroup();
  if (!reason) return null;
  const rule = reason === "dynamic" && of === "people" ? details?.membershipRule : null;
  return (
    <div role="note" className={styles.notice}>
      <LockClosedRegular aria-hidden />
      <div>
        {t(`group.fixed.${of}.${reason}`)}{" "}
        {reason === "permissionMissing" && (
          <Link inline onClick={() => void navigate(links.settings)}>
            {t("groups.detail.toPermissions")}
          </Link>
        )}
        {rule && <p className={styles.rule}>{rule}</p>}
      </div>
    </div>
  );
}
