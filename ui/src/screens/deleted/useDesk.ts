/** What is selected among deleted groups, and what is done with one or many of them. */
import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";

import { useChange } from "@/components/jobs/useChange";
import { usePlan, type Planning } from "@/components/jobs/usePlan";
import type { DeletedGroup } from "@/ipc/bindings";

export interface Desk {
  selected: ReadonlySet<string>;
  toggle: (id: string) => void;
  clear: () => void;
  /** Brings one back at once. */
  restore: (group: DeletedGroup) => void;
  /** Which is being brought back. */
  busy: ReadonlySet<string>;
  /** Plans to bring the selected ones back. */
  restoreSelected: () => void;
  restoring: Planning;
  /** Plans to delete for good. */
  purge: (groups: readonly DeletedGroup[]) => void;
  purged: readonly DeletedGroup[];
  purging: Planning;
}

const NONE: ReadonlySet<string> = new Set();

export function useDesk(groups: readonly DeletedGroup[]): Desk {
  const { t } = useTranslation();
  const { change } = useChange();
  const restoring = usePlan();
  const purging = usePlan();
  const [chosen, setChosen] = useState(NONE);
  const [busy, setBusy] = useState(NONE);
  const [purged, setPurged] = useState<readonly DeletedGroup[]>([]);
  // What is gone from the list cannot be selected any more.
  const selected = useMemo(
    () => new Set(groups.flatMap(({ id }) => (chosen.has(id) ? [id] : []))),
    [groups, chosen],
  );
  const toggle = useCallback((id: string) => setChosen((before) => toggled(before, id)), []);
  const clear = useCallback(() => setChosen(NONE), []);
  const restore = async ({ id, displayName: name }: DeletedGroup) => {
    if (busy.has(id)) return;
    setBusy((before) => new Set([...before, id]));
    await change(
      { kind: "restoreGroups", groupIds: [id] },
      { failed: t("deleted.failedOne", { name }) },
    );
    setBusy((before) => new Set([...before].filter((each) => each !== id)));
  };
  const restoreSelected = () => {
    const [only] = groups.filter(({ id }) => selected.has(id));
    if (only && selected.size === 1) void restore(only);
    else void restoring.make({ kind: "restoreGroups", groupIds: [...selected] });
  };
  const purge = (gone: readonly DeletedGroup[]) => {
    setPurged(gone);
    void purging.make({ kind: "purgeGroups", groupIds: gone.map(({ id }) => id) });
  };
  return {
    selected,
    toggle,
    clear,
    restore: (group) => void restore(group),
    busy,
    restoreSelected,
    restoring,
    purge,
    purged,
    purging,
  };
}

function toggled(before: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(before);
  if (!next.delete(id)) next.add(id);
  return next;
}
