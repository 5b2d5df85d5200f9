/** The table with its head, the quick look beside it and the bar of bulk actions, whosever groups it shows. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useRef, type ReactNode } from "react";

import { usePeopleReading } from "@/components/usePeople";
import { useRenew } from "@/components/useRenew";
import { useStar } from "@/components/useStar";
import type { GroupList, GroupSummary, TableLayout } from "@/ipc/bindings";
import { Bulk } from "./bulk/Bulk";
import type { Column } from "./columns";
import { DeskKeys } from "./DeskKeys";
import { GroupDetails } from "./GroupDetails";
import type { RowPress } from "./GroupRow";
import { GroupsHeader } from "./GroupsHeader";
import { GroupTable, type GroupTableHandle, type GroupTableProps } from "./GroupTable";
import type { usePlace } from "./remembered";
import { known, type Rows } from "./rows";
import type { Order } from "./sorting";
import { useColumnChanges } from "./useColumnChanges";
import { useFocusedGroup } from "./useFocusedGroup";
import { useOpenGroup } from "./useOpenGroup";
import { useSelection } from "./useSelection";
import { useStable } from "./useStable";
import type { ChangeLayout } from "./useTableLayout";

const useStyles = makeStyles({
  body: {
    position: "relative",
    flex: 1,
    minHeight: 0,
    display: "flex",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  table: { position: "relative", flex: 1, minWidth: 0, display: "flex" },
  /** What the bar stands over can be scrolled free of it. */
  room: { height: "6rem" },
});

export interface DeskState {
  list: GroupList;
  layout: TableLayout;
  change: ChangeLayout;
  place: ReturnType<typeof usePlace>[0];
  go: ReturnType<typeof usePlace>[1];
}

/** What a row below the table needs, such as one of a search. */
export type RowBelow = Pick<GroupTableProps, "openId" | "selected" | "onPress" | "onStar"> & {
  columns: readonly Column[];
};

interface Props extends DeskState {
  label: string;
  rows: Rows;
  /** The groups as they are known now. */
  latest: readonly GroupSummary[];
  total: number;
  order: Order | null;
  question: string;
  onRange?: GroupTableProps["onRange"];
  filters: ReactNode;
  figures: ReactNode;
  notice: ReactNode;
  below: (row: RowBelow) => ReactNode;
}

export function Desk(props: Props) {
  const { list, layout, change, place, go, rows, latest, question } = props;
  const styles = useStyles();
  const table = useRef<GroupTableHandle>(null);
  const selection = useSelection(rows, latest);
  const open = useOpenGroup();
  const star = useStar();
  const { renew, renewing } = useRenew();
  const { unreadable } = usePeopleReading();
  const focused = useFocusedGroup(latest, list, place);
  const columns = useColumnChanges(layout, change);
  const activate = useStable((group: GroupSummary) => go({ activeId: group.id }));
  const press = useStable(({ group, toggle, extend, twice }: RowPress) => {
    activate(group);
    if (extend) selection.extend(group, focused);
    else if (toggle) selection.toggle(group);
    else if (twice || !place.looking) open(group);
  });
  const look = () => {
    if (!place.looking && !focused) table.current?.move(0);
    go({ looking: !place.looking });
  };
  const close = () => {
    if (place.looking) go({ looking: false });
    else selection.clear();
    table.current?.move(0);
  };
  const row = {
    openId: place.looking ? place.activeId : null,
    selected: selection.ids,
    onStar: star,
    onPress: press,
  };
  const ids = (groups: Rows) => known(groups).map(({ id }) => id);
  return (
    <Bulk selection={selection} now={list.now}>
      {({ bar, actions, canManage }) => (
        <>
          <DeskKeys
            focused={focused}
            selection={selection}
            looking={place.looking}
            canManage={canManage}
            actions={actions}
            onMove={(by) => table.current?.move(by)}
            onLook={look}
            onOpen={open}
            onStar={star}
            onRenew={renew}
            onClose={close}
          />
          <GroupsHeader
            scope={place.scope}
            onScope={(scope) => go({ scope, activeId: null, looking: false })}
            text={place.text}
            total={props.total}
            onText={(text) => go({ text })}
            onLeave={() => table.current?.move(0)}
            looking={place.looking}
            onLook={look}
            columns={columns.button}
            exported={{
              shown: () => ids(rows),
              shownCount: rows.length,
              selected: () => [...selection.ids],
              selectedCount: selection.ids.size,
            }}
            filters={props.filters}
            figures={props.figures}
          >
            {props.notice}
          </GroupsHeader>
          <div className={styles.body}>
            <div className={styles.table}>
              <GroupTable
                ref={table}
                {...row}
                choice={layout}
                label={props.label}
                groups={rows}
                now={list.now}
                activeId={place.activeId}
                order={props.order}
                checked={selection.checked}
                question={question}
                onCheck={selection.checked === true ? selection.clear : selection.all}
                onActive={activate}
                onExtend={(from, to) => selection.extend(to, from)}
                onOpen={open}
                onLook={look}
                onRange={props.onRange}
                {...columns.header(props.order)}
              >
                {(shown) => (
                  <>
                    {props.below({ ...row, columns: shown })}
                    {selection.ids.size > 0 && <div className={styles.room} />}
                  </>
                )}
              </GroupTable>
              {bar}
            </div>
            {place.looking && focused && (
              <GroupDetails
                group={focused}
                now={list.now}
                unreadable={unreadable.has(focused.id)}
                renewing={renewing === focused.id}
                onClose={close}
                onOpen={open}
                onStar={star}
                onRenew={renew}
              />
            )}
          </div>
        </>
      )}
    </Bulk>
  );
}
