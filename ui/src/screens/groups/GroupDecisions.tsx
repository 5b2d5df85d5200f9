/** What can be decided in the quick look: renew the group, open it, or look at it on the timeline. */
import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";

import { Key } from "@/components/Key";
import { groupsQuery } from "@/ipc/queries";
import { useSession } from "@/ipc/session";
import { daysAfter, formatDate } from "@/lib/dates";
import { links } from "@/lib/links";
import type { GroupDetailsProps } from "./GroupDetails";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: "6px" },
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px" },
  key: { marginLeft: "8px", display: "inline-flex" },
  note: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
});

type Props = Pick<GroupDetailsProps, "group" | "now" | "renewing" | "onOpen" | "onRenew">;

export function GroupDecisions({ group, now, renewing, onOpen, onRenew }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const navigate = useNavigate();
  const canManage = useSession()?.canManage ?? false;
  const { data: list } = useQuery(groupsQuery());
  const policy = list?.policy;
  const gives = policy?.state === "active" ? formatDate(daysAfter(now, policy.lifetimeDays)) : null;
  const expires = group.expires !== null;
  return (
    <div className={styles.root}>
      <div className={styles.buttons}>
        {expires && group.owned && (
          <Button
            appearance="primary"
            disabled={!canManage}
            disabledFocusable={renewing}
            onClick={() => onRenew(group)}
          >
            {t(renewing ? "groups.detail.renewing" : "groups.detail.renew")}
            <span className={styles.key}>
              <Key onBrand>R</Key>
            </span>
          </Button>
        )}
        <Button onClick={() => onOpen(group)}>
          {t("groups.detail.open")}
          <span className={styles.key}>
            <Key>↵</Key>
          </span>
        </Button>
        {expires && (
          <Button onClick={() => void navigate(links.renewal(group.id))}>
            {t("groups.detail.timeline")}
          </Button>
        )}
      </div>
      <div className={styles.note}>
        {expires && !canManage && (
          <>
            {t("groups.detail.needsPermission")}{" "}
            <Link inline onClick={() => void navigate(links.settings)}>
              {t("groups.detail.toPermissions")}
            </Link>
          </>
        )}
        {expires && canManage && !group.owned && t("groups.detail.onlyOwners")}
        {expires &&
          canManage &&
          group.owned &&
          gives &&
          t("groups.detail.renewGives", { date: gives })}
      </div>
    </div>
  );
}
