/** The Groups screen: loading, failed, or the groups; and what opens over it, such as a new group. */
import { makeStyles } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Outlet, useLocation } from "react-router";

import { ErrorPanel } from "@/components/ErrorPanel";
import { LoadingRows } from "@/components/LoadingRows";
import { PageHeader } from "@/components/PageHeader";
import { groupsQuery } from "@/ipc/queries";
import { GroupsScreen } from "./GroupsScreen";
import { useKeptLayout } from "./useTableLayout";

const useStyles = makeStyles({
  /** The table goes to the edges of the window and scrolls by itself. */
  screen: {
    display: "flex",
    flexDirection: "column",
    height: "calc(100% + 48px)",
    minHeight: "22rem",
    margin: "-24px -32px",
    containerType: "inline-size",
    containerName: "groupsScreen",
    "@media (max-width: 1000px)": { height: "calc(100% + 40px)", margin: "-20px" },
  },
});

export default function Groups() {
  return (
    <>
      <Table />
      <Outlet />
    </>
  );
}

function Table() {
  const styles = useStyles();
  const { t } = useTranslation();
  const { search } = useLocation();
  const { data, error, refetch } = useQuery(groupsQuery());
  const layout = useKeptLayout();
  const nothingYet = data?.asOf === null && data.groups.length === 0;
  const failure = error ?? (nothingYet && !data.refreshing ? data.lastError : null);
  if (!data || !layout || failure || (nothingYet && data.refreshing)) {
    return (
      <>
        <PageHeader title={t("groups.title")} />
        {failure ? (
          <ErrorPanel error={failure} title={t("groups.failed")} onRetry={() => void refetch()} />
        ) : (
          <LoadingRows rows={12} />
        )}
      </>
    );
  }
  return (
    <div className={styles.screen}>
      {/* Who comes with another address begins with its filter and its group. */}
      <GroupsScreen
        key={search}
        list={data}
        layout={layout}
        address={new URLSearchParams(search)}
      />
    </div>
  );
}
