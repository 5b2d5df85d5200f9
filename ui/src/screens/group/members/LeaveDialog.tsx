/** Asks before one leaves the group oneself: what was left, somebody else has to give back. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";

import { ConfirmDialog } from "@/components/ConfirmDialog";
import { FailureNote } from "../FailureNote";
import type { ChangeFailure } from "@/components/jobs/outcome";
import { useChange } from "@/components/jobs/useChange";
import { membersQuery } from "@/ipc/queries";
import { links } from "@/lib/links";
import { useOpenGroup } from "../openGroup";
import { wholeRole } from "./standing";
import { refOf } from "./usePeopleChange";

export function LeaveDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { groupId, summary } = useOpenGroup();
  const { data } = useQuery(membersQuery(groupId));
  const { change, busy } = useChange();
  const [failure, setFailure] = useState<ChangeFailure | null>(null);
  const me = data?.people.find((member) => member.me);
  if (!me) return null;
  const { displayName: name, visibility } = summary;
  const leave = async () => {
    const outcome = await change(
      {
        kind: "removePeople",
        groupIds: [groupId],
        people: [refOf(me.person)],
        role: wholeRole(me),
      },
      { done: t("group.left", { name }), quiet: true },
    );
    setFailure(outcome.failure);
    if (!outcome.ok) return;
    onClose();
    void navigate(links.groups);
  };
  return (
    <ConfirmDialog
      open
      title={t("group.leave.title", { name })}
      confirm={t("group.leave.confirm")}
      busy={busy}
      onConfirm={() => void leave()}
      onCancel={onClose}
    >
      <p>{t(me.owner ? "group.leave.textOwner" : "group.leave.text")}</p>
      <p>{t(visibility === "public" ? "group.leave.backPublic" : "group.leave.back")}</p>
      {failure && <FailureNote failure={failure} />}
    </ConfirmDialog>
  );
}
