/** The person's own groups on the desk: filtered, sorted and searched here. */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";

import { useWantedPeople } from "@/components/usePeople";
import type { GroupSummary } from "@/ipc/bindings";
import { Desk, type DeskState } from "./Desk";
import { EmptyGroups, NoMatch } from "./EmptyGroups";
import { FilterChips } from "./FilterChips";
import { PeopleNotice } from "./PeopleNotice";
import { ShownFigures } from "./ShownFigures";
import { TenantSearch } from "./TenantSearch";
import { useGroupsView } from "./useGroupsView";

/** Up to so many groups have their people read at once; of more, those in view. */
const READ_ALL = 300;
const NONE: readonly GroupSummary[] = [];

export function MineDesk(state: DeskState) {
  const { list, layout, change, place, go } = state;
  const { groups, now } = list;
  const { t } = useTranslation();
  const view = useGroupsView(list, layout, change, place.text);
  useWantedPeople(groups.length <= READ_ALL ? groups : NONE);
  const known = useMemo(() => new Set(groups.map(({ id }) => id)), [groups]);
  const clear = () => {
    go({ text: "" });
    change({ filters: [] });
  };
  return (
    <Desk
      {...state}
      label={t("groups.table")}
      rows={view.shown}
      latest={groups}
      total={groups.length}
      order={view.order}
      question={view.question}
      filters={<FilterChips on={view.filters} counts={view.counts} onToggle={view.toggle} />}
      figures={
        <ShownFigures
          shown={view.shown.length}
          total={groups.length}
          narrowed={view.filters.size > 0 || view.searched !== ""}
          onClear={clear}
        />
      }
      notice={view.needsPeople && <PeopleNotice groups={groups} />}
      below={(row) => (
        <>
          {groups.length === 0 && <EmptyGroups />}
          {groups.length > 0 && view.shown.length === 0 && (
            <NoMatch searched={view.searched !== ""} onClear={clear} />
          )}
          <TenantSearch {...row} text={view.searched} known={known} now={now} />
        </>
      )}
    />
  );
}
