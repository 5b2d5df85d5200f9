/**
 * What has to be known above everything else: being set up, not the newest, and the health of its owners. It stands
 * below the tabs, since it comes while one is about to click them.
 */
import {
  Button,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  tokens,
} from "@fluentui/react-components";
import type { TFunction } from "i18next";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { commandErrorOf, errorWords } from "@/components/errorWords";
import type { CommandError, HealthIssue } from "@/ipc/bindings";
import { groupsQuery } from "@/ipc/queries";
import { formatAsOf } from "@/lib/dates";
import { HealthVerb } from "./HealthVerb";
import { healthWords } from "./health";
import { useOpenGroup, type Tab } from "./openGroup";
import { useReadAnew } from "./useReadAnew";

const useStyles = makeStyles({
  notices: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: "8px",
    flex: "none",
    padding: "16px 28px 0",
    ":empty": { display: "none" },
    "@container group (max-width: 44rem)": { padding: "12px 16px 0" },
  },
  /** Above panes that go to the edges. */
  apart: {
    ":not(:empty)": {
      paddingBottom: "12px",
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
  bar: { backgroundColor: tokens.colorNeutralBackground1 },
});

export function Notices({ tab, error }: { tab: Tab; error: unknown }) {
  const styles = useStyles();
  const { details } = useOpenGroup();
  return (
    <div className={mergeClasses(styles.notices, tab === "conversations" && styles.apart)}>
      {details?.beingSetUp && <SettingUp />}
      <NotNewest error={error} />
      {/* The overview says all of it, in its own place. */}
      {tab !== "overview" && <Health tab={tab} />}
    </div>
  );
}

function SettingUp() {
  const styles = useStyles();
  const { t } = useTranslation();
  const { readAnew, reading } = useReadAnew();
  return (
    <MessageBar intent="info" layout="auto" politeness="polite" className={styles.bar}>
      <MessageBarBody>{t("group.settingUp")}</MessageBarBody>
      <MessageBarActions>
        <Button disabledFocusable={reading} onClick={readAnew}>
          {t("group.lookAgain")}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

/** Unless the bar of the window says the same of everything. */
function NotNewest({ error }: { error: unknown }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { details, now } = useOpenGroup();
  const { data: list } = useQuery(groupsQuery());
  const { readAnew, reading } = useReadAnew();
  const failure = error ? commandErrorOf(error) : (details?.lastError ?? null);
  if (!failure || list?.lastError) return null;
  return (
    <MessageBar intent="warning" layout="auto" politeness="polite" className={styles.bar}>
      <MessageBarBody>{staleWords(t, failure, details?.asOf ?? null, now)}</MessageBarBody>
      <MessageBarActions>
        <Button disabledFocusable={reading} onClick={readAnew}>
          {t("common.tryNow")}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

function staleWords(t: TFunction, error: CommandError, asOf: string | null, now: string): string {
  const why = `${errorWords(t, error).title}.`;
  return asOf
    ? t("group.stale", { why, when: formatAsOf(asOf, now) })
    : t("group.staleNothing", { why });
}

const isOfGroup = ({ kind }: HealthIssue) => kind === "noOwner" || kind === "oneOwner";

function Health({ tab }: { tab: Tab }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { details, show } = useOpenGroup();
  // What concerns one owner stands in their row.
  const issues = details?.health ?? [];
  const [issue, ...more] = tab === "members" ? issues.filter(isOfGroup) : issues;
  if (!issue) return null;
  return (
    <MessageBar
      intent={issue.kind === "noOwner" ? "error" : "warning"}
      layout="auto"
      politeness="polite"
      className={styles.bar}
    >
      <MessageBarBody>{healthWords(t, issue)}</MessageBarBody>
      <MessageBarActions>
        <HealthVerb issue={issue} />
        {more.length > 0 && (
          <Button appearance="transparent" onClick={() => show("overview")}>
            {t("group.health.more", { count: more.length })}
          </Button>
        )}
      </MessageBarActions>
    </MessageBar>
  );
}
