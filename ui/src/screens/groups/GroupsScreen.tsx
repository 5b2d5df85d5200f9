/** The Groups screen once the groups are known: those of the person, or all of the tenant. */
import { useMemo } from "react";

import type { GroupList, TableLayout } from "@/ipc/bindings";
import { useSession } from "@/ipc/session";
import type { DeskState } from "./Desk";
import { usePlace } from "./remembered";
import { MineDesk } from "./MineDesk";
import { TenantDesk } from "./TenantDesk";
import { useTableLayout } from "./useTableLayout";

interface Props {
  list: GroupList;
  /** How the table was left. */
  layout: TableLayout;
  address: URLSearchParams;
}

export function GroupsScreen({ list, layout: kept, address }: Props) {
  const account = useSession()?.account.id ?? "";
  const [place, go] = usePlace(account, address);
  const [layout, change] = useTableLayout(useBeginning(kept, address));
  const state: DeskState = { list, layout, change, place, go };
  return place.scope === "mine" ? <MineDesk {...state} /> : <TenantDesk {...state} />;
}

/** Who comes with filters in the address sees what those let through. */
function useBeginning(kept: TableLayout, address: URLSearchParams): TableLayout {
  const filter = address.get("filter");
  return useMemo(
    () => (filter === null ? kept : { ...kept, filters: filter.split(",") }),
    [kept, filter],
  );
}
