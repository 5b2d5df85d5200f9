/**
 * What can be decided about a group on the desk: renew, put off, let expire, bring back. After a decision
 * the next one is selected; what only this computer knows can be undone from its notice.
 */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { useChange } from "@/components/jobs/useChange";
import { useNotify, useNotifyFailure } from "@/components/notify";
import type { Decided, Decision } from "@/ipc/bindings";
import { decisionMutation } from "@/ipc/mutations";
import { useSession } from "@/ipc/session";
import { formatDate } from "@/lib/dates";
import { isFirst } from "@/lib/remembered";
import { isRenewable, type DeskGroup } from "./gone";
import type { Desk } from "./useDesk";
import { useKeyRepeats } from "./useKeyRepeats";
import { useRenewals, type Renewals, type Result } from "./useRenewals";

export interface Verdicts {
  renewals: Renewals;
  renew: (group: DeskGroup) => void;
  /** Keeps a decision on this computer. */
  decide: (group: DeskGroup, decision: Decision) => Promise<boolean>;
  /** Takes back what was decided. */
  revoke: (decided: Decided) => Promise<boolean>;
  restore: (group: DeskGroup) => void;
  /** Groups that are being brought back. */
  restoring: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

export function useVerdicts(desk: Desk, decided: ReadonlyMap<string, Decided>): Verdicts {
  const renewals = useRenewals();
  const renew = useRenew(desk, renewals);
  const local = useLocal(desk, decided);
  const { t } = useTranslation();
  const { change } = useChange();
  const [restoring, setRestoring] = useState(NONE);
  const restore = async (group: DeskGroup) => {
    const { id, displayName: name } = group;
    if (!group.gone || restoring.has(id)) return;
    setRestoring((before) => new Set([...before, id]));
    const { ok } = await change(
      { kind: "restoreGroups", groupIds: [id] },
      { failed: t("deleted.failedOne", { name }), place: "middle" },
    );
    setRestoring((before) => new Set([...before].filter((each) => each !== id)));
    if (ok) desk.leave(id);
  };
  return {
    renewals,
    renew: (group) => void renew(group),
    ...local,
    restore: (group) => void restore(group),
    restoring,
  };
}

function useRenew(desk: Desk, { renew }: Renewals): (group: DeskGroup) => Promise<void> {
  const { t } = useTranslation();
  const notify = useNotify();
  const account = useSession()?.account.id ?? "";
  const held = useKeyRepeats();
  const sayFailure = useSayFailure(desk.selected?.id);
  return async (group) => {
    if (held() || !isRenewable(group)) return;
    desk.hold([group]);
    const wasSelected = group.id === desk.selected?.id;
    const result = await renew(group);
    if (result.outcome && wasSelected) desk.leave(group.id);
    if (result.outcome && isFirst(account, "renewal-is-final")) {
      const title = t("decisions.once");
      notify({ intent: "info", title, body: t("decisions.onceBody"), place: "middle" });
    }
    if (result.error !== null) sayFailure(result);
  };
}

function useLocal(
  desk: Desk,
  decided: ReadonlyMap<string, Decided>,
): Pick<Verdicts, "decide" | "revoke"> {
  const { t } = useTranslation();
  const notify = useNotify();
  const failed = useNotifyFailure();
  const { mutateAsync } = useMutation(decisionMutation(useQueryClient()));
  const set = (groupId: string, decision: Decision | null, words: string) =>
    mutateAsync({ groupId, decision }).then(
      () => true,
      (error: unknown) => (failed(error, words, "middle"), false),
    );
  const undo = async (groupId: string, earlier: Decision | null) => {
    if (await set(groupId, earlier, t("decisions.undoFailed"))) desk.select(groupId);
  };
  const say = (groupId: string, title: string, earlier: Decision | null) =>
    notify({
      intent: "local",
      title,
      action: { label: t("common.undo"), run: () => void undo(groupId, earlier) },
      place: "middle",
    });
  const decide = async (group: DeskGroup, decision: Decision) => {
    const earlier = decided.get(group.id)?.decision ?? null;
    if (!(await set(group.id, decision, t("decisions.notKept")))) return false;
    desk.leave(group.id);
    const name = group.displayName;
    const title =
      decision.kind === "later"
        ? t("decisions.laterDone", { name, date: formatDate(decision.until) })
        : t("decisions.expireDone", { name, date: formatDate(group.expires ?? "") });
    say(group.id, title, earlier);
    return true;
  };
  const revoke = async ({ groupId, groupName: name, decision }: Decided) => {
    if (!(await set(groupId, null, t("decisions.notKept")))) return false;
    say(groupId, t("decisions.revokedDone", { name }), decision);
    return true;
  };
  return { decide, revoke };
}

/** The evidence says what failed about its own group; of another one a notice says it. */
function useSayFailure(selectedId: string | undefined): (result: Result) => void {
  const { t } = useTranslation();
  const notify = useNotifyFailure();
  const selected = useRef(selectedId);
  useEffect(() => {
    selected.current = selectedId;
  });
  return ({ group, step, error }) => {
    if (selected.current === group.id) return;
    const words = step === "unknown" ? "groups.renewed.unknown" : "groups.renewed.failed";
    notify(error, t(words, { name: group.displayName }), "middle");
  };
}
