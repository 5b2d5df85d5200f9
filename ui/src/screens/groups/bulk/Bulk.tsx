/** The bulk actions of the selected groups with what opens for them: people to add, what goes with a deletion, the plan. */
import { useState, type ReactNode } from "react";

import { PlanDrawer } from "@/components/jobs/PlanDrawer";
import { useChange } from "@/components/jobs/useChange";
import { usePlan } from "@/components/jobs/usePlan";
import { useRenew } from "@/components/useRenew";
import { useStar } from "@/components/useStar";
import { useSession } from "@/ipc/session";
import type { Selection } from "../useSelection";
import { AddPeople } from "./AddPeople";
import { BulkBar, canRenew, type BulkActions } from "./BulkBar";
import { DeleteGroups } from "./DeleteGroups";
import { useDeleteOne } from "./useDeleteOne";
import { UNCHANGED } from "./unchanged";

interface Given {
  bar: ReactNode;
  actions: BulkActions;
  canManage: boolean;
}

interface Props {
  selection: Selection;
  now: string;
  children: (given: Given) => ReactNode;
}

type Step = "addPeople" | "delete" | null;

export function Bulk({ selection, now, children }: Props) {
  const { groups, clear } = selection;
  const [step, setStep] = useState<Step>(null);
  const planning = usePlan();
  const { change, busy } = useChange();
  const { renew } = useRenew();
  const deleteOne = useDeleteOne(now);
  const star = useStar();
  const canManage = useSession()?.canManage ?? false;
  const ids = groups.map(({ id }) => id);
  const [only] = groups.length === 1 ? groups : [];
  const started = () => {
    setStep(null);
    clear();
  };
  const actions: BulkActions = {
    renew: () => {
      const renewable = groups.filter(canRenew);
      const [first] = renewable;
      if (first && renewable.length === 1) renew(first);
      else void planning.make({ kind: "renewGroups", groupIds: renewable.map(({ id }) => id) });
    },
    addPeople: () => setStep("addPeople"),
    setVisibility: (visibility) => {
      const request = {
        kind: "updateGroups" as const,
        groupIds: ids,
        changes: { ...UNCHANGED, visibility },
      };
      void (only ? change(request) : planning.make(request));
    },
    star: (marked) => {
      if (only) star(only, marked);
      else void planning.make({ kind: "setFavorites", groupIds: ids, marked });
    },
    remove: () => {
      if (!only) setStep("delete");
      else void deleteOne(only).then((done) => done && clear());
    },
  };
  return (
    <>
      {children({
        actions,
        canManage,
        bar: groups.length > 0 && (
          <BulkBar
            groups={groups}
            hidden={selection.hidden}
            canManage={canManage}
            busy={busy}
            actions={actions}
            onClear={clear}
          />
        ),
      })}
      {step === "addPeople" && (
        <AddPeople
          count={groups.length}
          onClose={() => setStep(null)}
          onNext={(people, role) => {
            setStep(null);
            void planning.make({ kind: "addPeople", groupIds: ids, people, role });
          }}
        />
      )}
      {step === "delete" && (
        <DeleteGroups groups={groups} onClose={() => setStep(null)} onStarted={started} />
      )}
      <PlanDrawer planning={planning} onStarted={started} />
    </>
  );
}
