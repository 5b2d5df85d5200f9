/** Says that what is on the screen is not the newest, why, and offers the next step. */
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  shorthands,
  tokens,
} from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";

import type { GroupList } from "@/ipc/bindings";
import { groupsQuery } from "@/ipc/queries";
import { formatAsOf } from "@/lib/dates";
import { links } from "@/lib/links";
import { useRefresh } from "./AsOf";
import { errorWords } from "./errorWords";

const useStyles = makeStyles({
  bar: {
    flex: "none",
    paddingLeft: "32px",
    backgroundColor: tokens.colorNeutralBackground1,
    ...shorthands.borderStyle("none", "none", "solid"),
    ...shorthands.borderColor(tokens.colorNeutralStroke2),
    "@media (max-width: 1000px)": { paddingLeft: "20px" },
  },
});

export function OfflineBar() {
  const styles = useStyles();
  const { t } = useTranslation();
  const { data } = useQuery(groupsQuery());
  const refresh = useRefresh();
  const navigate = useNavigate();
  if (!data?.lastError) return null;
  const signIn = ["signInRequired", "interactionRequired"].includes(data.lastError.code);
  return (
    <MessageBar
      intent="warning"
      layout="auto"
      politeness="polite"
      shape="square"
      className={styles.bar}
    >
      <MessageBarBody>{sentence(t, data)}</MessageBarBody>
      <MessageBarActions>
        {signIn ? (
          <Button onClick={() => void navigate(links.addAccount)}>{t("common.signIn")}</Button>
        ) : (
          <Button disabledFocusable={data.refreshing} onClick={refresh}>
            {t("common.tryNow")}
          </Button>
        )}
      </MessageBarActions>
    </MessageBar>
  );
}

function sentence(t: TFunction, list: GroupList): string {
  const when = list.asOf && formatAsOf(list.asOf, list.now);
  if (!list.lastError || list.lastError.code === "offline") {
    return when ? t("common.offline", { when }) : t("common.offlineNothing");
  }
  const why = `${errorWords(t, list.lastError).title}.`;
  return when ? t("common.stale", { when, why }) : t("common.staleNothing", { why });
}
