/** The Policies screen: loading, failed, or what the tenant decides about groups. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { Card } from "@/components/Card";
import { ErrorPanel } from "@/components/ErrorPanel";
import { LoadingRows } from "@/components/LoadingRows";
import { PageHeader } from "@/components/PageHeader";
import { policiesQuery } from "@/ipc/queries";
import "./words";
import { PoliciesScreen } from "./PoliciesScreen";

export default function Policies() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(policiesQuery());
  const failure = error ?? (data?.asOf === null ? data.lastError : null);
  if (data && !failure) return <PoliciesScreen policies={data} />;
  return (
    <>
      <PageHeader title={t("policies.title")} />
      {failure ? (
        <ErrorPanel error={failure} title={t("policies.failed")} onRetry={() => void refetch()} />
      ) : (
        <Card>
          <LoadingRows rows={6} height={64} />
        </Card>
      )}
    </>
  );
}
