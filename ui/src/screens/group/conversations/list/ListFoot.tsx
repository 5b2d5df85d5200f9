/** As of when the list is, why it is not newer, and the button that reads it anew. */
import { Button, makeStyles, tokens, Tooltip } from "@fluentui/react-components";
import { ArrowClockwiseRegular, WarningRegular } from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";

import { errorWords } from "@/components/errorWords";
import { formatAsOf } from "@/lib/dates";
import { tenure } from "@/theme/colors";
import { useOpenGroup } from "../../openGroup";
import type { Listed } from "./useConversations";

const useStyles = makeStyles({
  foot: {
    flex: "none",
    display: "flex",
    alignItems: "center",
    gap: "6px",
    minHeight: "2rem",
    // At the bottom, however short the list.
    marginTop: "auto",
    padding: "2px 10px 2px 16px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  words: { flex: 1, minWidth: 0 },
  warning: { flex: "none", color: tenure.tenureAmber, fontSize: "16px" },
  button: { minWidth: "24px", height: "24px", padding: 0 },
});

export function ListFoot({ listed }: { listed: Listed }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { now } = useOpenGroup();
  const { head, reading, readAnew } = listed;
  if (!head?.asOf) return null;
  const when = t("common.asOf", { when: formatAsOf(head.asOf, now) });
  const why = head.lastError && `${errorWords(t, head.lastError).title}.`;
  return (
    <div className={styles.foot}>
      {why && <WarningRegular aria-hidden className={styles.warning} />}
      <span role="status" className={styles.words}>
        {why ? t("conversations.stale", { why, when }) : when}
        {reading && `, ${t("common.refreshing")}`}
      </span>
      <Tooltip relationship="label" content={t("common.refresh")}>
        <Button
          className={styles.button}
          size="small"
          appearance="subtle"
          icon={<ArrowClockwiseRegular />}
          disabledFocusable={reading}
          onClick={readAnew}
        />
      </Tooltip>
    </div>
  );
}
