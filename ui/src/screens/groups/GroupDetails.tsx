/** The quick look beside the table: what is known of the active row's group, and what can be decided about it. */
import {
  Button,
  DrawerBody,
  DrawerHeader,
  InlineDrawer,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";

import { GroupAvatar } from "@/components/GroupAvatar";
import { StarButton } from "@/components/StarButton";
import type { GroupSummary } from "@/ipc/bindings";
import { useWantedPeople } from "@/components/usePeople";
import { GroupDecisions } from "./GroupDecisions";
import { GroupFacts } from "./GroupFacts";
import { KindBadges } from "./KindBadges";

const useStyles = makeStyles({
  drawer: {
    flex: "none",
    width: "22rem",
    height: "100%",
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: "none",
    "@container groupsScreen (max-width: 46rem)": { width: "19rem" },
    "@container groupsScreen (max-width: 36rem)": { width: "100%" },
  },
  header: { padding: "16px 16px 12px 20px" },
  top: { display: "flex", alignItems: "flex-start", gap: "12px" },
  words: { flex: 1, minWidth: 0 },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
    userSelect: "text",
  },
  alias: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  buttons: { display: "flex", marginTop: "-4px" },
  body: { padding: "0 20px 20px", display: "flex", flexDirection: "column", gap: "16px" },
  description: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
});

export interface GroupDetailsProps {
  group: GroupSummary;
  now: string;
  unreadable: boolean;
  renewing: boolean;
  onClose: () => void;
  onOpen: (group: GroupSummary) => void;
  onStar: (group: GroupSummary, marked: boolean) => void;
  onRenew: (group: GroupSummary) => void;
}

export function GroupDetails(props: GroupDetailsProps) {
  const { group, onClose, onStar } = props;
  const styles = useStyles();
  const { t } = useTranslation();
  const name = group.displayName;
  return (
    <InlineDrawer
      open
      separator
      position="end"
      role="complementary"
      aria-label={t("groups.detail.label", { name })}
      className={styles.drawer}
    >
      <DrawerHeader className={styles.header}>
        <div className={styles.top}>
          <GroupAvatar group={group} size={40} />
          <div className={styles.words}>
            <h2 dir="auto" className={styles.name}>
              {name}
            </h2>
            <div className={styles.alias}>{group.mailNickname}</div>
          </div>
          <div className={styles.buttons}>
            <StarButton group={group} onToggle={(marked) => onStar(group, marked)} />
            <Button
              appearance="subtle"
              icon={<DismissRegular />}
              aria-label={t("groups.detail.close")}
              onClick={onClose}
            />
          </div>
        </div>
      </DrawerHeader>
      <DrawerBody className={styles.body}>
        <PeopleWanted group={group} />
        <p dir="auto" className={styles.description}>
          {group.description ?? t("groups.detail.noDescription")}
        </p>
        {(group.team || group.dynamic) && <KindBadges group={group} />}
        <GroupDecisions {...props} />
        <GroupFacts {...props} />
      </DrawerBody>
    </InlineDrawer>
  );
}

/** Also a group that is not in view has its people read while it is open. */
function PeopleWanted({ group }: { group: GroupSummary }) {
  useWantedPeople(useMemo(() => [group], [group]));
  return null;
}
