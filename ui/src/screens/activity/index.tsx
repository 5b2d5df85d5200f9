/** The Activity screen: the record of what was done, of one group or of all. */
import { makeStyles } from "@fluentui/react-components";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";

import { Card } from "@/components/Card";
import { ErrorPanel } from "@/components/ErrorPanel";
import { LoadingRows } from "@/components/LoadingRows";
import { PageHeader } from "@/components/PageHeader";
import { activityQuery } from "@/ipc/queries";
import { useSettled } from "@/lib/useSettled";
import { ExportMenu } from "./ExportMenu";
import { Nothing } from "./Nothing";
import { RecordFilter } from "./RecordFilter";
import { RecordList } from "./RecordList";

const SETTLE_MS = 150;

const useStyles = makeStyles({
  screen: { display: "flex", flexDirection: "column", gap: "16px" },
});

export default function Activity() {
  const styles = useStyles();
  const { t } = useTranslation();
  const [address, setAddress] = useSearchParams();
  const groupId = address.get("group");
  const [text, setText] = useState("");
  const searched = useSettled(text.trim(), SETTLE_MS);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    activityQuery(searched, groupId),
  );
  const items = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  const clear = () => {
    setText("");
    setAddress({}, { replace: true });
  };
  return (
    <>
      <PageHeader
        title={t("activity.title")}
        subtitle={t("activity.subtitle")}
        actions={items.length > 0 && <ExportMenu />}
      />
      <div className={styles.screen}>
        <RecordFilter
          text={text}
          groupId={groupId}
          name={items.find((item) => item.groupId === groupId)?.groupName}
          onText={setText}
          onAllGroups={() => setAddress({}, { replace: true })}
        />
        {error ? (
          <ErrorPanel error={error} title={t("activity.failed")} onRetry={() => void refetch()} />
        ) : !data ? (
          <Card>
            <LoadingRows rows={8} height={52} />
          </Card>
        ) : items.length === 0 ? (
          <Nothing searched={searched} ofGroup={groupId !== null} onClear={clear} />
        ) : (
          <RecordList
            items={items}
            more={hasNextPage}
            reading={isFetchingNextPage}
            onMore={() => void fetchNextPage()}
          />
        )}
      </div>
    </>
  );
}
