/** The keys of the Members tab that work wherever the focus is, for the row that is active. */
import { useTranslation } from "react-i18next";

import { useShortcut } from "@/shortcuts/registry";
import { useOpenGroup } from "../openGroup";
import { carryOut } from "./RowMenu";
import { possibilities, type Act } from "./standing";
import type { Members } from "./useMembers";
import { usePeopleChange } from "./usePeopleChange";
import { rowId, type Rows } from "./useRows";

export function MemberKeys({ people, rows }: { people: Members; rows: Rows }) {
  const { t } = useTranslation();
  const { addPeople } = useOpenGroup();
  const change = usePeopleChange();
  const row = rows.all[rows.active];
  const isFocused = () => document.activeElement?.id === rowId(row?.person.id ?? "");
  const act = (...acts: Act[]) => {
    if (!row || !people.list || !isFocused() || change.isChanging(row.person.id)) return;
    const possible = possibilities(row, people.list.people, people.fixed).find(
      ({ act, obstacle }) => obstacle === null && acts.includes(act),
    );
    if (possible) carryOut(possible.act, row, change);
  };
  const step = (by: number) => rows.goTo(isFocused() ? rows.active + by : rows.active);
  useShortcut("j", t("group.keys.next"), () => step(1));
  useShortcut("k", t("group.keys.previous"), () => step(-1));
  useShortcut("x", t("group.keys.select"), () => row && rows.selection.toggle(row));
  useShortcut(
    "Shift+X",
    t("group.keys.selectRange"),
    () => row && rows.selection.toggle(row, true),
  );
  useShortcut("$mod+a", t("group.keys.selectAll"), rows.selection.all);
  useShortcut("o", t("group.keys.owner"), () => act("makeOwner", "makeMemberOnly"));
  useShortcut("Delete", t("group.keys.remove"), () => act("remove", "removeAsOwner"));
  useShortcut("a", t("group.keys.add"), () => addPeople("member"), {
    enabled: people.fixed === null,
  });
  return null;
}
