/** All groups of the tenant on the desk: searched where they are kept, shown by name. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { SearchRegular } from "@fluentui/react-icons";
import { useDeferredValue, useMemo } from "react";
import { useTranslation } from "react-i18next";

import { EmptyState } from "@/components/EmptyState";
import { LoadingRows } from "@/components/LoadingRows";
import { formatNumber } from "@/lib/dates";
import { Desk, type DeskState } from "./Desk";
import { known } from "./rows";
import { TenantFailure, TenantReading } from "./TenantNotice";
import { useTenantGroups, type TenantView } from "./useTenantGroups";

const useStyles = makeStyles({
  quiet: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: "1.75rem",
    color: tokens.colorNeutralForeground3,
  },
});

export function TenantDesk(state: DeskState) {
  const styles = useStyles();
  const { t } = useTranslation();
  const text = useDeferredValue(state.place.text);
  const view = useTenantGroups(text.trim());
  const { rows, total } = view;
  return (
    <Desk
      {...state}
      label={t("groups.tenantList.table")}
      rows={rows}
      latest={useMemo(() => known(rows), [rows])}
      total={total}
      order={null}
      question={text}
      onRange={view.onRange}
      filters={<span className={styles.quiet}>{t("groups.tenantList.order")}</span>}
      figures={
        <span role="status">
          {!view.pending &&
            t(text.trim() === "" ? "groups.tenantList.total" : "groups.tenantList.found", {
              count: total,
              shown: formatNumber(total),
            })}
        </span>
      }
      notice={view.reading !== null && <TenantReading reading={view.reading} />}
      below={() => <Below view={view} text={text} />}
    />
  );
}

function Below({ view, text }: { view: TenantView; text: string }) {
  const { t } = useTranslation();
  if (view.error) return <TenantFailure view={view} />;
  if (view.pending) return <LoadingRows rows={12} />;
  if (view.total > 0 || view.reading !== null) return null;
  return (
    <EmptyState
      icon={<SearchRegular />}
      title={t(text === "" ? "groups.tenantList.empty" : "groups.tenantList.noMatch")}
    />
  );
}
