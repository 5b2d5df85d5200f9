/** What will be done and what it costs, why it cannot be done yet, and the button that does it. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";

import type { Plan } from "@/ipc/bindings";
import { formatNumber, formatSeconds } from "@/lib/dates";
import type { Draft } from "./draft";
import type { NameCheck } from "./useNameCheck";
import type { Create } from "./useCreate";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "flex-end",
    gap: "8px",
    width: "100%",
  },
  words: {
    flex: "1 1 16rem",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

interface Props {
  draft: Draft;
  check: NameCheck;
  creating: Create;
  canManage: boolean;
  onCancel: () => void;
}

export function Footer({ draft, check, creating, canManage, onCancel }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const ready = canManage && (check.accepted || check.error !== null) && check.alias !== "";
  return (
    <div className={styles.root}>
      <div role="status" className={styles.words}>
        {canManage ? words(t, draft, check, creating) : t("newgroup.needsPermission")}
      </div>
      <Button onClick={onCancel}>{t("newgroup.later")}</Button>
      <Button
        appearance="primary"
        disabledFocusable={!ready || creating.creating}
        onClick={() => void creating.create()}
      >
        {t(creating.creating ? "newgroup.creating" : "newgroup.create")}
      </Button>
    </div>
  );
}

function words(t: TFunction, draft: Draft, check: NameCheck, { plan }: Create): string {
  if (draft.name.trim() === "") return t("newgroup.foot.name");
  if (check.findings.length > 0) {
    return t("newgroup.foot.findings", { count: check.findings.length });
  }
  return plan ? `${whoWords(t, draft)} ${costWords(t, plan)}` : whoWords(t, draft);
}

/** You count among the owners, and among the members where that was chosen. */
function whoWords(t: TFunction, draft: Draft): string {
  const owners = draft.owners.length + 1;
  const members = draft.members.length + (draft.meAsMember ? 1 : 0);
  return t("newgroup.foot.who", {
    owners: t("newgroup.foot.owners", { count: owners, shown: formatNumber(owners) }),
    members: t("newgroup.foot.members", { count: members, shown: formatNumber(members) }),
  });
}

function costWords(t: TFunction, { requests, seconds, leftOutCount }: Plan): string {
  const time = seconds <= 1 ? t("newgroup.foot.aSecond") : formatSeconds(seconds);
  const cost = t("newgroup.foot.cost", { count: requests, shown: formatNumber(requests), time });
  if (leftOutCount === 0) return cost;
  const left = t("newgroup.foot.leftOut", {
    count: leftOutCount,
    shown: formatNumber(leftOutCount),
  });
  return `${cost} ${left}`;
}
