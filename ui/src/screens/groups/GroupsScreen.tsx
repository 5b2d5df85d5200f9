/** The Groups screen once the groups are known: search and filters, the table, and one group beside it. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useRef, useState } from "react";

import { searchQuery } from "@/ipc/queries";
import type { GroupList, GroupSummary } from "@/ipc/bindings";
import { useSession } from "@/ipc/session";
import { EmptyGroups, NoMatch } from "./EmptyGroups";
import { GroupDetails } from "./GroupDetails";
import { GroupKeys } from "./GroupKeys";
import { GroupsHeader } from "./GroupsHeader";
import { GroupTable, type GroupTableHandle } from "./GroupTable";
import { TenantSearch } from "./TenantSearch";
import { useGroupsView } from "./useGroupsView";
import { usePeopleReading, useWantedPeople } from "@/components/usePeople";
import { useRenew } from "@/components/useRenew";
import { useStar } from "@/components/useStar";

const useStyles = makeStyles({
  body: {
    flex: 1,
    minHeight: 0,
    display: "flex",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** Up to so many groups have their people read at once; of more, those in view. */
const READ_ALL = 300;
const NONE: readonly GroupSummary[] = [];

export function GroupsScreen({ list, address }: { list: GroupList; address: URLSearchParams }) {
  const styles = useStyles();
  const view = useGroupsView(list, address);
  const [activeId, setActive] = useState(address.get("group"));
  const [openId, setOpen] = useState(address.get("group"));
  const table = useRef<GroupTableHandle>(null);
  const star = useStar();
  const { renew, renewing } = useRenew();
  const { unreadable } = usePeopleReading();
  const canManage = useSession()?.canManage ?? false;
  const known = useMemo(() => new Set(list.groups.map(({ id }) => id)), [list.groups]);
  useWantedPeople(list.groups.length <= READ_ALL ? list.groups : NONE);
  const active = view.shown.find(({ id }) => id === activeId);
  const open = useGroup(list, openId, view.text);
  const focused = active ?? open;
  const activate = (group: GroupSummary) => {
    setActive(group.id);
    setOpen((current) => (current === null ? null : group.id));
  };
  const close = () => {
    setOpen(null);
    table.current?.move(0);
  };
  return (
    <>
      <GroupKeys
        group={focused}
        canRenew={canManage && Boolean(focused?.owned && focused.expires)}
        open={openId !== null}
        onMove={(by) => table.current?.move(by)}
        onStar={(group) => star(group, group.favorite.marked !== true)}
        onRenew={renew}
        onClose={close}
      />
      <GroupsHeader list={list} view={view} onLeave={() => table.current?.move(0)} />
      <div className={styles.body}>
        <GroupTable
          ref={table}
          groups={view.shown}
          headers={view.headers}
          question={view.question}
          now={list.now}
          activeId={activeId}
          openId={openId}
          onActive={activate}
          onOpen={(group) => setOpen(group.id)}
          onStar={star}
        >
          {list.groups.length === 0 && <EmptyGroups />}
          {list.groups.length > 0 && view.shown.length === 0 && (
            <NoMatch searched={view.searched !== ""} onClear={view.clear} />
          )}
          <TenantSearch
            text={view.searched}
            known={known}
            now={list.now}
            openId={openId}
            onOpen={(group) => setOpen(group.id)}
            onStar={star}
          />
        </GroupTable>
        {open && (
          <GroupDetails
            group={open}
            now={list.now}
            unreadable={unreadable.has(open.id)}
            renewing={renewing === open.id}
            onClose={close}
            onStar={star}
            onRenew={renew}
          />
        )}
      </div>
    </>
  );
}

/** A group of the person's own, or one that the search of the tenant found. */
function useGroup(list: GroupList, id: string | null, text: string): GroupSummary | undefined {
  const { data: found } = useQuery({ ...searchQuery(text.trim()), enabled: false });
  if (id === null) return undefined;
  const isIt = (group: GroupSummary) => group.id === id;
  return list.groups.find(isIt) ?? found?.groups.find(isIt);
}
