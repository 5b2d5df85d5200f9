/** What Tenure did to the group lately; what can be undone offers it. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import {
  ArrowSyncRegular,
  CheckmarkRegular,
  DismissCircleRegular,
  SendRegular,
  SubtractCircleRegular,
  WarningRegular,
} from "@fluentui/react-icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { UndoButton } from "@/components/jobs/UndoButton";
import { changeWords } from "@/components/jobs/values";
import { itemWords } from "@/components/jobs/words";
import type { ActivityItem, ItemState } from "@/ipc/bindings";
import { activityQuery } from "@/ipc/queries";
import { formatAsOf, formatDate } from "@/lib/dates";
import { links } from "@/lib/links";
import { tenure } from "@/theme/colors";
import { useOpenGroup } from "../openGroup";
import { Subject } from "./Subject";

const SHOWN = 8;

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none" },
  item: {
    display: "flex",
    alignItems: "center",
    gap: "12px",
    minHeight: "48px",
    padding: "6px 16px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    "& > svg": { flex: "none", fontSize: "18px" },
  },
  words: { flex: 1, minWidth: 0, overflowWrap: "anywhere" },
  second: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  when: {
    flex: "none",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  more: { marginLeft: "-12px" },
  all: { color: tokens.colorBrandForegroundLink },
  quiet: { padding: "0 16px 16px", color: tokens.colorNeutralForeground2 },
});

const icons: Record<ItemState, React.ReactElement> = {
  planned: <SendRegular aria-hidden />,
  sent: <ArrowSyncRegular aria-hidden />,
  // Accepted is not yet confirmed: the tick is for what was seen.
  done: <SendRegular aria-hidden />,
  already: <CheckmarkRegular aria-hidden />,
  failed: <DismissCircleRegular aria-hidden color={tenure.tenureRed} />,
  unknown: <WarningRegular aria-hidden color={tenure.tenureAmber} />,
  skipped: <SubtractCircleRegular aria-hidden />,
};

export function ActivityCard() {
  const styles = useStyles();
  const { t } = useTranslation();
  const { groupId } = useOpenGroup();
  const { data, error } = useInfiniteQuery(activityQuery("", groupId));
  const [shown, setShown] = useState(SHOWN);
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Subject title={t("group.activity.title")} flush>
      {items.length === 0 && (
        <div className={styles.quiet}>
          {t(error ? "group.activity.failed" : data ? "group.activity.none" : "common.loading")}
        </div>
      )}
      <ul className={styles.list}>
        {items.slice(0, shown).map((item) => (
          <Item key={`${item.jobId} ${item.index}`} item={item} />
        ))}
      </ul>
      {items.length > 0 && (
        <div className={styles.item}>
          {items.length > shown && (
            <Button
              appearance="subtle"
              className={styles.more}
              onClick={() => setShown(shown + 50)}
            >
              {t("group.activity.more")}
            </Button>
          )}
          <Link to={links.activityOf(groupId)} className={styles.all}>
            {t("activity.ofGroup")}
          </Link>
        </div>
      )}
    </Subject>
  );
}

function Item({ item }: { item: ActivityItem }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { now } = useOpenGroup();
  const why = item.reason && item.state !== "done" ? t(`jobs.reason.${item.reason}`) : null;
  const changes = item.changes.map((change) => changeWords(t, change)).join(", ");
  const state = item.undone ? t("jobs.undone") : t(`jobs.state.${item.state}`);
  return (
    <li className={styles.item}>
      {icons[item.state]}
      <div className={styles.words}>
        <div>{itemWords(t, item)}</div>
        <div className={styles.second}>{[state, why, changes].filter(Boolean).join(" · ")}</div>
      </div>
      <time className={styles.when} dateTime={item.at} title={formatDate(item.at, "moment")}>
        {formatAsOf(item.at, now)}
      </time>
      <UndoButton item={item} />
    </li>
  );
}
