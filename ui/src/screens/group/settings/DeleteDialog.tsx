/** Asks before a group is deleted: what goes with it, in figures, and until when it can be brought back. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";

import { ConfirmDialog } from "@/components/ConfirmDialog";
import type { ChangeFailure } from "@/components/jobs/outcome";
import { useChange } from "@/components/jobs/useChange";
import type { GroupSummary } from "@/ipc/bindings";
import { holdingsQuery } from "@/ipc/queries";
import { daysAfter, formatDate, formatNumber } from "@/lib/dates";
import { RESTORE_DAYS } from "@/lib/expiry";
import { links } from "@/lib/links";
import { FailureNote } from "../FailureNote";
import { lossWords } from "../holdings";
import { useOpenGroup } from "../openGroup";
import { discardDraft } from "./useDraft";

const useStyles = makeStyles({
  losses: { margin: "4px 0 12px", paddingLeft: "20px" },
  quiet: { color: tokens.colorNeutralForeground3 },
});

export function DeleteDialog({ group, onClose }: { group: GroupSummary; onClose: () => void }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { now } = useOpenGroup();
  const { data, error } = useQuery(holdingsQuery([group.id]));
  const { remove, busy, failure } = useDelete(group, onClose);
  const holdings = data?.groups.find(({ groupId }) => groupId === group.id);
  const losses = holdings ? lossWords(t, holdings) : [];
  const members = holdings?.members.state === "known" ? holdings.members.count : null;
  const until = formatDate(data?.restorableUntil ?? daysAfter(now, RESTORE_DAYS), "moment");
  return (
    <ConfirmDialog
      open
      title={t("group.delete.title", { name: group.displayName })}
      confirm={t("group.delete.confirm")}
      busy={busy}
      onConfirm={() => void remove()}
      onCancel={onClose}
    >
      {!holdings && (
        <p className={styles.quiet} role="status">
          {t(error ? "group.delete.unread" : "group.delete.reading")}
        </p>
      )}
      {holdings && losses.length === 0 && <p>{t("group.delete.nothing")}</p>}
      {losses.length > 0 && (
        <>
          <p>{t("group.delete.goes")}</p>
          <ul className={styles.losses}>
            {losses.map((loss) => (
              <li key={loss}>{loss}</li>
            ))}
          </ul>
        </>
      )}
      {members !== null && (
        <p>{t("group.delete.members", { count: members, shown: formatNumber(members) })}</p>
      )}
      <p>{t("group.delete.until", { when: until })}</p>
      {failure && <FailureNote failure={failure} />}
    </ConfirmDialog>
  );
}

function useDelete({ id, displayName: name }: GroupSummary, onClose: () => void) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { change, busy } = useChange();
  const [failure, setFailure] = useState<ChangeFailure | null>(null);
  const remove = async () => {
    const outcome = await change(
      { kind: "deleteGroups", groupIds: [id] },
      { quiet: true, failed: t("group.delete.failed", { name }) },
    );
    setFailure(outcome.failure);
    if (!outcome.ok) return;
    onClose();
    discardDraft(client, id);
    void navigate(links.groups, { replace: true });
  };
  return { remove, busy, failure };
}
