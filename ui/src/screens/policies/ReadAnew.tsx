/** Reads the policies from the service, however new they are. */
import { Button, makeStyles, Tooltip } from "@fluentui/react-components";
import { ArrowClockwiseRegular } from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";

import { useReadPolicies } from "./useReadPolicies";

const useStyles = makeStyles({ button: { minWidth: "24px", padding: 0, height: "24px" } });

export function ReadAnew() {
  const styles = useStyles();
  const { t } = useTranslation();
  const { read, reading } = useReadPolicies();
  return (
    <Tooltip relationship="label" content={t("policies.readAnew")}>
      <Button
        className={styles.button}
        size="small"
        appearance="subtle"
        icon={<ArrowClockwiseRegular />}
        disabledFocusable={reading}
        onClick={() => void read()}
      />
    </Tooltip>
  );
}
