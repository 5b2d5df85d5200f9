/** As of when the groups are, whether they are being read anew, and the button that does it. */
import { Button, makeStyles, Tooltip } from "@fluentui/react-components";
import { ArrowClockwiseRegular } from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { call } from "@/ipc/call";
import { groupsQuery, refreshProgressQuery } from "@/ipc/queries";
import { formatAsOf, formatNumber } from "@/lib/dates";
import { useNotifyFailure } from "./notify";

const useStyles = makeStyles({
  root: { display: "inline-flex", alignItems: "center", gap: "4px" },
  button: { minWidth: "24px", padding: 0, height: "24px" },
});

export function AsOf() {
  const styles = useStyles();
  const { t } = useTranslation();
  const { data } = useQuery(groupsQuery());
  const { data: loaded } = useQuery(refreshProgressQuery());
  const refresh = useRefresh();
  if (!data) return null;
  const when = data.asOf
    ? t("common.asOf", { when: formatAsOf(data.asOf, data.now) })
    : t("common.never");
  const progress = loaded
    ? t("common.refreshingLoaded", { loaded: formatNumber(loaded) })
    : t("common.refreshing");
  return (
    <span className={styles.root}>
      <span>{data.refreshing ? `${when}, ${progress}` : when}</span>
      <Tooltip relationship="label" content={t("common.refresh")}>
        <Button
          className={styles.button}
          size="small"
          appearance="subtle"
          icon={<ArrowClockwiseRegular />}
          disabledFocusable={data.refreshing}
          onClick={refresh}
        />
      </Tooltip>
    </span>
  );
}

/** Reads the groups anew; how that goes comes as events. */
export function useRefresh(): () => void {
  const failed = useNotifyFailure();
  return () => void call("groups_refresh", null).catch((error: unknown) => failed(error));
}
