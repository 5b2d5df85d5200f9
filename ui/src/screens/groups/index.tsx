/** The Groups screen: loading, failed, or the groups. */
import { makeStyles } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useLocation } from "react-router";

import { ErrorPanel } from "@/components/ErrorPanel";
import { LoadingRows } from "@/components/LoadingRows";
import { PageHeader } from "@/components/PageHeader";
import { groupsQuery } from "@/ipc/queries";
import { GroupsScreen } from "./GroupsScreen";

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
  const styles = useStyles();
  const { t } = useTranslation();
  const { key, search } = useLocation();
  const { data, error, refetch } = useQuery(groupsQuery());
  const nothingYet = data?.asOf === null && data.groups.length === 0;
  const failure = error ?? (nothingYet && !data.refreshing ? data.lastError : null);
  if (!data || failure || (nothingYet && data.refreshing)) {
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
      <GroupsScreen key={key} list={data} address={new URLSearchParams(search)} />
    </div>
  );
}
