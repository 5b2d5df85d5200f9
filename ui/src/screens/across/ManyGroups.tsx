/** Puts the people into many groups, or takes them out: selected here, looked at as a plan, run as a job. */
import { Button, Dropdown, makeStyles, Option, tokens, Tooltip } from "@fluentui/react-components";
import { DismissRegular, PersonAddRegular, PersonDeleteRegular } from "@fluentui/react-icons";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { PlanDrawer } from "@/components/jobs/PlanDrawer";
import { usePlan } from "@/components/jobs/usePlan";
import type { ChangeRequest, GroupSummary, Person, Role } from "@/ipc/bindings";
import { useSession } from "@/ipc/session";
import { formatNumber } from "@/lib/dates";
import { useShortcut } from "@/shortcuts/registry";
import { tenure } from "@/theme/colors";
import { useGroupSelection, type GroupSelection } from "./useGroupSelection";

const useStyles = makeStyles({
  place: {
    position: "absolute",
    zIndex: 4,
    left: "max(12px, calc(var(--tray-width, 0px) - 12px))",
    right: "12px",
    bottom: "16px",
    display: "flex",
    justifyContent: "center",
    pointerEvents: "none",
  },
  bar: {
    pointerEvents: "auto",
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "8px",
    padding: "8px 8px 8px 16px",
    borderRadius: "8px",
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    boxShadow: tenure.tenureShadowFloat,
  },
  words: { marginRight: "8px" },
  count: { fontWeight: tokens.fontWeightSemibold },
  who: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  role: { minWidth: "11rem" },
});

const ROLES: readonly Role[] = ["member", "owner", "ownerAndMember"];

interface Props {
  people: readonly Person[];
  groups: readonly GroupSummary[];
  children: (selection: GroupSelection) => ReactNode;
}

export function ManyGroups({ people, groups, children }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const selection = useGroupSelection(groups);
  const planning = usePlan();
  const canManage = useSession()?.canManage ?? false;
  const [role, setRole] = useState<Role>("member");
  const count = selection.ids.size;
  useShortcut("$mod+a", t("across.keys.all"), selection.all);
  useShortcut("Escape", t("across.keys.clear"), selection.clear, { enabled: count > 0 });
  const plan = (kind: "addPeople" | "removePeople") => {
    const change: ChangeRequest = {
      kind,
      groupIds: [...selection.ids],
      people: people.map(({ id, displayName }) => ({ id, displayName })),
      role,
    };
    void planning.make(change);
  };
  const who =
    people.length === 1
      ? (people[0]?.displayName ?? "")
      : t("across.bar.count", { count: people.length, shown: formatNumber(people.length) });
  return (
    <>
      {children(selection)}
      {count > 0 && (
        <div className={styles.place}>
          <div role="toolbar" aria-label={t("across.bar.label")} className={styles.bar}>
            <div role="status" className={styles.words}>
              <div className={styles.count}>
                {t("across.bar.selected", { count, shown: formatNumber(count) })}
              </div>
              <div className={styles.who}>{t("across.bar.who", { who })}</div>
            </div>
            <Dropdown
              className={styles.role}
              aria-label={t("across.bar.as")}
              value={t(`across.role.${role}`)}
              selectedOptions={[role]}
              onOptionSelect={(_event, { optionValue }) => setRole(optionValue as Role)}
            >
              {ROLES.map((each) => (
                <Option key={each} value={each}>
                  {t(`across.role.${each}`)}
                </Option>
              ))}
            </Dropdown>
            <Button
              appearance="primary"
              icon={<PersonAddRegular />}
              disabledFocusable={!canManage}
              onClick={() => plan("addPeople")}
            >
              {t("across.bar.put")}
            </Button>
            <Button
              icon={<PersonDeleteRegular />}
              disabledFocusable={!canManage}
              onClick={() => plan("removePeople")}
            >
              {t("across.bar.out")}
            </Button>
            <Tooltip relationship="label" content={t("across.bar.clear")}>
              <Button appearance="subtle" icon={<DismissRegular />} onClick={selection.clear} />
            </Tooltip>
          </div>
        </div>
      )}
      <PlanDrawer planning={planning} onStarted={selection.clear} />
    </>
  );
}
