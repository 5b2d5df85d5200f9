/** One group: its head, its tabs, and at the right what is being done about its people. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";

import type { GroupDetails, GroupSummary } from "@/ipc/bindings";
import { detailsQuery, groupsQuery } from "@/ipc/queries";
import { links } from "@/lib/links";
import { useShortcut } from "@/shortcuts/registry";
import { useAdding } from "./add/useAdding";
import { GroupHeader } from "./GroupHeader";
import { GroupSide } from "./GroupSide";
import { GroupTabs, TabContent } from "./GroupTabs";
import { NoGroup } from "./NoGroup";
import { Notices } from "./Notices";
import { OpenGroupProvider, type Escaping, type OpenGroup, type Side, type Tab } from "./openGroup";
import { LeaveGuard } from "./settings/LeaveGuard";
import { useBack } from "./useBack";

const useStyles = makeStyles({
  /** Goes to the edges of the window: the column and what stands beside it scroll by themselves. */
  screen: {
    display: "flex",
    height: "calc(100% + 48px)",
    minHeight: "22rem",
    margin: "-24px -32px",
    containerType: "inline-size",
    containerName: "group",
    "@media (max-width: 1000px)": { height: "calc(100% + 40px)", margin: "-20px" },
  },
  column: {
    position: "relative",
    flex: 1,
    minWidth: 0,
    overflow: "auto",
    overflowAnchor: "none",
    scrollPaddingTop: "3.5rem",
    display: "flex",
    flexDirection: "column",
    backgroundColor: tokens.colorNeutralBackground2,
    "@container group (max-width: 44rem)": { flexShrink: 1 },
  },
});

interface Props {
  groupId: string;
  tab: Tab;
}

export function GroupScreen({ groupId, tab }: Props) {
  const { data: list } = useQuery(groupsQuery());
  const { data: details, error, refetch } = useQuery(detailsQuery(groupId));
  const inList = list?.groups.find(({ id }) => id === groupId);
  // The list is patched at once by what is done here; the details carry groups that are in no list.
  const summary = inList ?? details?.summary;
  const now = list?.now ?? details?.asOf ?? null;
  if (!summary || !now) {
    return <NoGroup error={error ?? null} onRetry={() => void refetch()} />;
  }
  return (
    <KnownGroup
      groupId={groupId}
      tab={tab}
      summary={summary}
      details={details}
      error={error}
      now={now}
    />
  );
}

interface KnownProps extends Props {
  summary: GroupSummary;
  details: GroupDetails | undefined;
  error: unknown;
  now: string;
}

function KnownGroup({ tab, error, ...known }: KnownProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const back = useBack();
  const column = useRef<HTMLDivElement>(null);
  const { group, escaped } = useOpened(known);
  const { side, closeSide } = group;
  const { displayName } = known.summary;
  useEffect(() => {
    document.title = `${displayName} · Tenure`;
  }, [displayName]);
  useShortcut("Escape", t(side ? "group.keys.closeSide" : "group.keys.back"), () => {
    if (side) closeSide();
    else if (!escaped()) back();
  });
  return (
    <OpenGroupProvider value={group}>
      <div className={styles.screen}>
        <div ref={column} className={styles.column}>
          <GroupHeader onBack={back} />
          <GroupTabs tab={tab} />
          <Notices tab={tab} error={error} />
          <TabContent tab={tab} column={column} />
        </div>
        <GroupSide />
      </div>
      <LeaveGuard />
    </OpenGroupProvider>
  );
}

function useOpened(known: Pick<KnownProps, "groupId" | "summary" | "details" | "now">) {
  const { groupId, summary, details, now } = known;
  const navigate = useNavigate();
  const [side, setSide] = useState<Side | null>(null);
  const adding = useAdding(groupId);
  const escaping = useRef<Escaping | null>(null);
  const { setRole } = adding;
  const group = useMemo((): OpenGroup => {
    // Changing tabs is no step on the way back.
    const show = (tab: Tab) => void navigate(links.groupTab(groupId, tab), { replace: true });
    return {
      groupId,
      summary,
      details,
      now,
      adding,
      side,
      onEscape: (handle) => void (escaping.current = handle),
      show,
      addPeople: (role) => {
        setRole(role);
        setSide({ kind: "add" });
        show("members");
      },
      compare: (copy) => setSide({ kind: "compare", copy }),
      closeSide: () => setSide(null),
    };
  }, [groupId, summary, details, now, adding, side, navigate, setRole]);
  return { group, escaped: () => escaping.current?.() ?? false };
}
