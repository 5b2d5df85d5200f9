/** Reads the deleted groups anew; `Ctrl+Shift+R` does the same. */
import { Button, Tooltip } from "@fluentui/react-components";
import { ArrowClockwiseRegular } from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";

import { useRefreshDeleted } from "@/components/useRefreshDeleted";

export function RefreshButton() {
  const { t } = useTranslation();
  const { refresh, reading } = useRefreshDeleted();
  return (
    <Tooltip relationship="label" content={t(reading ? "common.refreshing" : "common.refresh")}>
      <Button
        appearance="subtle"
        icon={<ArrowClockwiseRegular />}
        disabledFocusable={reading}
        onClick={refresh}
      />
    </Tooltip>
  );
}
