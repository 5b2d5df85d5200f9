/** Why nothing can be brought back here, and where to change that. */
import { makeStyles, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { links } from "@/lib/links";

const useStyles = makeStyles({ link: { color: "inherit" } });

export function NeedsPermission() {
  const { t } = useTranslation();
  const styles = useStyles();
  return (
    <MessageBar intent="info" politeness="polite">
      <MessageBarBody>
        {t("deleted.needsPermission")}{" "}
        <Link to={links.settings} className={styles.link}>
          {t("deleted.toPermissions")}
        </Link>
      </MessageBarBody>
    </MessageBar>
  );
}
