/** The head of the queue: the search, and the axis with its months and today or the date columns' names. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { RefObject } from "react";
import { useTranslation } from "react-i18next";

import { Axis } from "./Axis";
import { useColumnStyles } from "./columns";
import { FilterMenu } from "./FilterMenu";
import { QueueSearch } from "./QueueSearch";
import type { Desk } from "./useDesk";

const useStyles = makeStyles({
  head: {
    position: "sticky",
    top: 0,
    zIndex: 2,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  name: {
    display: "flex",
    alignItems: "center",
    gap: "4px",
    padding: "0 12px 0 20px",
    minWidth: 0,
  },
  axis: {
    position: "relative",
    overflow: "hidden",
    cursor: "grab",
    touchAction: "none",
    ":active": { cursor: "grabbing" },
  },
});

interface Props {
  track: RefObject<HTMLDivElement | null>;
  now: string;
  desk: Desk;
  height: number;
  /** Leaves the search for the rows. */
  onLeave: () => void;
}

export function QueueHead({ track, now, desk, height, onLeave }: Props) {
  const styles = useStyles();
  const columns = useColumnStyles();
  const { t } = useTranslation();
  return (
    <div
      role="row"
      aria-rowindex={1}
      className={mergeClasses(columns.line, styles.head)}
      style={{ height }}
    >
      <div role="columnheader" aria-label={t("renewals.group")} className={styles.name}>
        <QueueSearch desk={desk} onLeave={onLeave} />
        <FilterMenu desk={desk} />
      </div>
      {desk.shape === "timeline" ? (
        <div
          role="columnheader"
          aria-label={t("renewals.time")}
          ref={track}
          className={styles.axis}
        >
          <Axis now={now} />
        </div>
      ) : (
        <DateHeads />
      )}
    </div>
  );
}

function DateHeads() {
  const columns = useColumnStyles();
  const { t } = useTranslation();
  return (
    <div role="presentation" className={columns.dates}>
      {(["renewed", "expires", "left", "notices"] as const).map((column) => (
        <div key={column} role="columnheader">
          {t(`renewals.column.${column}`)}
        </div>
      ))}
    </div>
  );
}
