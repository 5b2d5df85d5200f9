/** What can be done to everybody who is selected; it floats above the bottom edge, and says what it costs. */
import { Button, makeStyles, tokens, Tooltip } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";

import { PlanDrawer } from "@/components/jobs/PlanDrawer";
import { usePlan } from "@/components/jobs/usePlan";
import type { FixedReason, Role } from "@/ipc/bindings";
import { formatNumber } from "@/lib/dates";
import { tenure } from "@/theme/colors";
import { useOpenGroup } from "../openGroup";
import { refOf } from "./usePeopleChange";
import type { Selection } from "./useSelection";

const useStyles = makeStyles({
  bar: {
    position: "sticky",
    bottom: "16px",
    zIndex: 4,
    display: "flex",
    alignItems: "center",
    flexWrap: "wrap",
    gap: "8px",
    width: "fit-content",
    maxWidth: "100%",
    margin: "24px auto 0",
    padding: "8px 8px 8px 16px",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: "8px",
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tenure.tenureShadowFloat,
  },
  count: { fontWeight: tokens.fontWeightSemibold, whiteSpace: "nowrap" },
});

type Props = { selection: Selection; all: number; fixed: FixedReason | null };

export function SelectionBar({ selection, all, fixed }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { groupId } = useOpenGroup();
  const planning = usePlan();
  const { selected, clear } = selection;
  if (selected.length === 0) return null;
  const people = selected.map(({ person }) => refOf(person));
  const groupIds = [groupId];
  const owners = selected.filter(({ owner }) => owner).length;
  const role: Role = owners === 0 ? "member" : "ownerAndMember";
  return (
    <>
      <div role="toolbar" aria-label={t("group.members.selection")} className={styles.bar}>
        <span role="status" className={styles.count}>
          {t("group.members.selected", { shown: formatNumber(selected.length) })}
        </span>
        {fixed === null && (
          <>
            <Button
              onClick={() => void planning.make({ kind: "removePeople", groupIds, people, role })}
            >
              {t("group.members.removeMany")}
            </Button>
            {owners < selected.length && (
              <Button
                onClick={() =>
                  void planning.make({ kind: "addPeople", groupIds, people, role: "owner" })
                }
              >
                {t("group.members.makeOwners")}
              </Button>
            )}
            {owners > 0 && (
              <Button
                onClick={() =>
                  void planning.make({ kind: "removePeople", groupIds, people, role: "owner" })
                }
              >
                {t("group.members.makeMembers")}
              </Button>
            )}
          </>
        )}
        {selected.length < all && (
          <Button appearance="subtle" onClick={selection.all}>
            {t("group.members.selectAll", { shown: formatNumber(all) })}
          </Button>
        )}
        <Tooltip relationship="label" content={t("group.members.unselect")}>
          <Button appearance="subtle" icon={<DismissRegular />} onClick={clear} />
        </Tooltip>
      </div>
      <PlanDrawer planning={planning} onStarted={clear} />
    </>
  );
}
