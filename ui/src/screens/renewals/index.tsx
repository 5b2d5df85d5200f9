/** The Renewals screen: loading, failed, nothing to renew, or the desk. */
import { makeStyles } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useLocation } from "react-router";

import { AsOf } from "@/components/AsOf";
import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { LoadingRows } from "@/components/LoadingRows";
import { PageHeader } from "@/components/PageHeader";
import type { GroupList } from "@/ipc/bindings";
import { groupsQuery } from "@/ipc/queries";
import { RenewalsScreen } from "./RenewalsScreen";

const useStyles = makeStyles({
  /** The desk goes to the edges of the window and scrolls by itself. */
  screen: {
    height: "calc(100% + 48px)",
    minHeight: "24rem",
    margin: "-24px -32px",
    containerType: "inline-size",
    containerName: "desk",
    "@media (max-width: 1000px)": { height: "calc(100% + 40px)", margin: "-20px" },
  },
  desk: {
    display: "flex",
    height: "100%",
    // At large text the evidence stands below the queue, and both scroll as one page.
    "@container desk (max-width: 31rem)": { flexDirection: "column", overflow: "auto" },
  },
});

export default function Renewals() {
  const styles = useStyles();
  const { t } = useTranslation();
  const { key, search } = useLocation();
  const { data, error, refetch } = useQuery(groupsQuery());
  const nothingYet = data?.asOf === null && data.groups.length === 0;
  const failure = error ?? (nothingYet && !data.refreshing ? data.lastError : null);
  if (!data || failure || (nothingYet && data.refreshing)) {
    return (
      <>
        <PageHeader title={t("renewals.title")} />
        {failure ? (
          <ErrorPanel error={failure} title={t("renewals.failed")} onRetry={() => void refetch()} />
        ) : (
          <LoadingRows rows={12} height={42} />
        )}
      </>
    );
  }
  if (nothingToRenew(data)) {
    const noPolicy = data.policy.state === "none";
    return (
      <>
        <PageHeader title={t("renewals.title")} subtitle={<AsOf />} />
        <EmptyState
          title={t(noPolicy ? "renewals.empty.noPolicy" : "renewals.empty.none")}
          text={t(noPolicy ? "renewals.empty.noPolicyText" : "renewals.empty.noneText")}
        />
      </>
    );
  }
  return (
    <div className={styles.screen}>
      {/* Who comes with another address begins with its group. */}
      <div className={styles.desk}>
        <RenewalsScreen key={key} list={data} address={new URLSearchParams(search)} />
      </div>
    </div>
  );
}

const nothingToRenew = ({ groups, policy }: GroupList): boolean =>
  !groups.some(({ owned }) => owned) ||
  (policy.state === "none" && groups.every(({ expires }) => expires === null));
