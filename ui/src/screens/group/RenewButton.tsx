/**
 * Renews the group, by a click or by R; says why where it cannot be renewed. Where conversations are read, R answers
 * them.
 */
import { Button, makeStyles, Tooltip } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";

import { Key } from "@/components/Key";
import { useRenew } from "@/components/useRenew";
import { useSession } from "@/ipc/session";
import { useShortcut } from "@/shortcuts/registry";
import { useOpenGroup } from "./openGroup";

const useStyles = makeStyles({ key: { marginLeft: "8px", display: "inline-flex" } });

export function RenewButton() {
  const styles = useStyles();
  const { t } = useTranslation();
  const { summary } = useOpenGroup();
  const { renew, renewing } = useRenew();
  const canManage = useSession()?.canManage ?? false;
  const byKey = useParams().tab !== "conversations";
  const possible = canManage && summary.owned;
  useShortcut("r", t("groups.keys.renew"), () => renew(summary), {
    enabled: byKey && possible && summary.expires !== null,
  });
  if (summary.expires === null) return null;
  const button = (
    <Button disabledFocusable={!possible || renewing !== null} onClick={() => renew(summary)}>
      {t(renewing ? "groups.detail.renewing" : "groups.detail.renew")}
      {byKey && (
        <span className={styles.key}>
          <Key>R</Key>
        </span>
      )}
    </Button>
  );
  if (possible) return button;
  const why = t(canManage ? "groups.detail.onlyOwners" : "groups.detail.needsPermission");
  return (
    <Tooltip relationship="description" content={why}>
      {button}
    </Tooltip>
  );
}
