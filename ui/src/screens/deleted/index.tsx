/** The Deleted screen: loading, failed, or the groups that can still be brought back. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { Card } from "@/components/Card";
import { ErrorPanel } from "@/components/ErrorPanel";
import { LoadingRows } from "@/components/LoadingRows";
import { PageHeader } from "@/components/PageHeader";
import { deletedQuery } from "@/ipc/queries";
import { DeletedScreen } from "./DeletedScreen";

export default function Deleted() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(deletedQuery());
  const nothingYet = data?.asOf === null && data.groups.length === 0;
  const failure = error ?? (nothingYet ? data.lastError : null);
  if (data && !nothingYet) return <DeletedScreen list={data} />;
  return (
    <>
      <PageHeader title={t("deleted.title")} />
      {failure ? (
        <ErrorPanel error={failure} title={t("deleted.failed")} onRetry={() => void refetch()} />
      ) : (
        <Card>
          <LoadingRows rows={5} height={60} />
        </Card>
      )}
    </>
  );
}
