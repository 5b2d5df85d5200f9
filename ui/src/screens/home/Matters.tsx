/** What needs the owner, one row a matter; or that nothing does, and what comes next. */
import { makeStyles, Skeleton, SkeletonItem, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { Card } from "@/components/Card";
import { EmptyState } from "@/components/EmptyState";
import type { GroupList } from "@/ipc/bindings";
import { daysUntil, formatDate } from "@/lib/dates";
import { URGENT_DAYS } from "@/lib/expiry";
import { Gone, useGone } from "./Gone";
import { MatterRow } from "./MatterRow";
import { nextToExpire, type Matter, type MatterKind } from "./matter";
import { Unfinished, useUnfinished } from "./Unfinished";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none" },
  reading: { padding: "14px 16px", borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  note: {
    padding: "8px 16px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  bars: { display: "grid", gridTemplateColumns: "36px 1fr", gap: "14px", alignItems: "center" },
});

interface Props {
  list: GroupList;
  matters: readonly Matter[];
  /** Whether people are still being read, so that more may follow. */
  reading: boolean;
  /** Of how many groups the people are known, where it is not all of them. */
  partly: number | null;
}

export function Matters({ list, matters, reading, partly }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const rows = useRows(list, matters);
  return (
    <Card>
      {rows.length === 0 && !reading ? (
        <Quiet list={list} />
      ) : (
        <ul aria-label={t("home.matters")} className={styles.list}>
          {rows.map((row, index) => row(index === 0))}
          {reading && (
            <li className={styles.reading}>
              <Skeleton aria-label={t("home.readingPeople")} animation="pulse">
                <div className={styles.bars}>
                  <SkeletonItem shape="square" size={36} />
                  <SkeletonItem size={16} style={{ width: "52%" }} />
                </div>
              </Skeleton>
            </li>
          )}
        </ul>
      )}
      {partly !== null && <div className={styles.note}>{t("home.partly", { count: partly })}</div>}
    </Card>
  );
}

/** All matters in the order of what is lost first. */
function useRows(list: GroupList, matters: readonly Matter[]) {
  const unfinished = useUnfinished();
  const gone = useGone();
  const rows: Array<[rank: number, row: (first: boolean) => ReactElement]> = matters.map(
    (matter) => [
      ranks[matter.kind],
      (first) => <MatterRow key={matter.kind} matter={matter} now={list.now} first={first} />,
    ],
  );
  if (unfinished) {
    rows.push([0, (first) => <Unfinished key="unfinished" jobs={unfinished} first={first} />]);
  }
  if (gone) {
    const urgent = daysUntil(gone.now, gone.groups[0].restorableUntil) <= URGENT_DAYS;
    rows.push([urgent ? 2 : 6, (first) => <Gone key="gone" {...gone} first={first} />]);
  }
  return rows.sort((a, b) => a[0] - b[0]).map(([, row]) => row);
}

const ranks: Record<MatterKind, number> = {
  overdue: 1,
  expiring: 3,
  noOwner: 4,
  oneOwner: 5,
  guests: 7,
};

function Quiet({ list }: { list: GroupList }) {
  const { t } = useTranslation();
  const next = nextToExpire(list.groups, list.now);
  const text = next?.expires
    ? t("home.quiet.next", { name: next.displayName, date: formatDate(next.expires) })
    : t(list.groups.some(({ owned }) => owned) ? "home.quiet.none" : "home.quiet.noGroups");
  return <EmptyState title={t("home.quiet.title")} text={text} />;
}
