/** The Home screen: loading, failed, or what needs the owner. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { Card } from "@/components/Card";
import { ErrorPanel } from "@/components/ErrorPanel";
import { LoadingRows } from "@/components/LoadingRows";
import { PageHeader } from "@/components/PageHeader";
import { groupsQuery } from "@/ipc/queries";
import { HomeScreen } from "./HomeScreen";

export default function Home() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(groupsQuery());
  const nothingYet = data?.asOf === null && data.groups.length === 0;
  const failure = error ?? (nothingYet && !data.refreshing ? data.lastError : null);
  if (data && !failure && !(nothingYet && data.refreshing)) return <HomeScreen list={data} />;
  return (
    <>
      <PageHeader title={t("home.title")} />
      {failure ? (
        <ErrorPanel error={failure} title={t("home.failed")} onRetry={() => void refetch()} />
      ) : (
        <Card>
          <LoadingRows rows={5} height={66} />
        </Card>
      )}
    </>
  );
}
