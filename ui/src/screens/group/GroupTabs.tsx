/** The tabs of a group. The arrow keys move between them, Enter opens; the address says which one is open. */
import { makeStyles, Tab, TabList, tokens } from "@fluentui/react-components";
import { lazy, Suspense, type RefObject } from "react";
import { useTranslation } from "react-i18next";

import { MembersTab } from "./members/MembersTab";
import { OverviewTab } from "./overview/OverviewTab";
import { TABS, useOpenGroup, type Tab as TabName } from "./openGroup";
import { SettingsTab } from "./settings/SettingsTab";
import { useIsDirty } from "./settings/useDraft";

/** What few open at once brings large libraries: each loads with its tab. */
const ConversationsTab = lazy(() => import("./conversations/ConversationsTab"));
const CalendarTab = lazy(() => import("./calendar/CalendarTab"));

const useStyles = makeStyles({
  bar: {
    position: "sticky",
    top: 0,
    zIndex: 3,
    flex: "none",
    padding: "0 12px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    "@container group (max-width: 44rem)": { padding: "0 4px" },
  },
  dot: {
    display: "inline-block",
    width: "7px",
    height: "7px",
    marginLeft: "6px",
    verticalAlign: "middle",
    borderRadius: "50%",
    backgroundColor: tokens.colorCompoundBrandStroke,
    outline: "1px solid transparent",
  },
  panel: {
    flex: 1,
    display: "flex",
    flexDirection: "column",
    padding: "16px 28px 28px",
    outlineStyle: "none",
    "@container group (max-width: 44rem)": { padding: "12px 16px 20px" },
  },
});

const tabId = (tab: TabName) => `group-tab-${tab}`;
const PANEL = "group-panel";

export function GroupTabs({ tab }: { tab: TabName }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { groupId, show } = useOpenGroup();
  const dirty = useIsDirty(groupId);
  return (
    <div className={styles.bar}>
      <TabList
        selectedValue={tab}
        aria-label={t("group.tabs")}
        onTabSelect={(_event, data) => data.value !== tab && show(data.value as TabName)}
      >
        {TABS.map((each) => (
          <Tab
            key={each}
            value={each}
            id={tabId(each)}
            aria-controls={each === tab ? PANEL : undefined}
          >
            {t(`group.tab.${each}`)}
            {each === "settings" && dirty && (
              <span role="img" aria-label={t("group.settings.unsaved")} className={styles.dot} />
            )}
          </Tab>
        ))}
      </TabList>
    </div>
  );
}

type Props = { tab: TabName; column: RefObject<HTMLDivElement | null> };

export function TabContent({ tab, column }: Props) {
  const styles = useStyles();
  return (
    <div id={PANEL} role="tabpanel" aria-labelledby={tabId(tab)} className={styles.panel}>
      {tab === "overview" && <OverviewTab />}
      {tab === "members" && <MembersTab column={column} />}
      <Suspense>
        {tab === "conversations" && <ConversationsTab />}
        {tab === "calendar" && <CalendarTab />}
      </Suspense>
      {tab === "settings" && <SettingsTab />}
    </div>
  );
}
