/** People across the groups that one owns: who is where, and what happens when somebody leaves. */
import { makeStyles } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";

import { Choice } from "@/components/Choice";
import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { LoadingRows } from "@/components/LoadingRows";
import { PageHeader } from "@/components/PageHeader";
import { PeopleRegular } from "@fluentui/react-icons";
import type { GroupSummary } from "@/ipc/bindings";
import { groupsQuery } from "@/ipc/queries";
import { Leaving } from "./Leaving";
import { WhoIsWhere } from "./WhoIsWhere";

const useStyles = makeStyles({
  screen: { display: "flex", flexDirection: "column", height: "100%", minHeight: "26rem" },
});

export default function Across() {
  const styles = useStyles();
  const { t } = useTranslation();
  const [address, setAddress] = useSearchParams();
  const leaving = address.has("leaving");
  return (
    <div className={styles.screen}>
      <PageHeader
        title={t("across.title")}
        subtitle={t("across.subtitle")}
        actions={
          <Choice
            label={t("across.mode.label")}
            options={[
              { value: "matrix", text: t("across.mode.matrix") },
              { value: "leaving", text: t("across.mode.leaving") },
            ]}
            chosen={leaving ? "leaving" : "matrix"}
            onChoose={(mode) =>
              setAddress(mode === "leaving" ? { leaving: "" } : {}, { replace: true })
            }
          />
        }
      />
      <Body leaving={leaving} />
    </div>
  );
}

function Body({ leaving }: { leaving: boolean }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(groupsQuery());
  const groups = useMemo(() => ownedByName(data?.groups ?? []), [data?.groups]);
  if (error) {
    return <ErrorPanel error={error} title={t("groups.failed")} onRetry={() => void refetch()} />;
  }
  if (!data || (data.asOf === null && data.refreshing)) return <LoadingRows />;
  if (groups.length === 0) {
    return (
      <EmptyState
        icon={<PeopleRegular />}
        title={t("across.noGroups.title")}
        text={t("across.noGroups.text")}
      />
    );
  }
  return leaving ? <Leaving /> : <WhoIsWhere groups={groups} />;
}

const byName = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

const ownedByName = (groups: readonly GroupSummary[]): GroupSummary[] =>
  groups.filter(({ owned }) => owned).sort((a, b) => byName.compare(a.displayName, b.displayName));
