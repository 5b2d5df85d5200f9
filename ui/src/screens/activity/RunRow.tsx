/** Many items of one job as one row: what, what came of them, and each of them on demand. */
import { Button } from "@fluentui/react-components";
import { ChevronDownRegular, ChevronRightRegular } from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";

import { itemCounts } from "@/components/jobs/counts";
import { openJob } from "@/components/jobs/opened";
import { titleWords } from "@/components/jobs/words";
import { VisuallyHidden } from "@/components/VisuallyHidden";
import type { ActivityItem } from "@/ipc/bindings";
import { formatDate } from "@/lib/dates";
import { titleOfRun } from "./rows";
import { useRowStyles } from "./useRowStyles";

interface Props {
  items: readonly ActivityItem[];
  open: boolean;
  onToggle: () => void;
}

export function RunRow({ items, open, onToggle }: Props) {
  const styles = useRowStyles();
  const { t } = useTranslation();
  const [first] = items;
  if (!first) return null;
  const title = titleOfRun(items);
  const words = titleWords(t, title, "doing");
  return (
    <div className={styles.row}>
      <time className={styles.time} dateTime={first.at} title={formatDate(first.at, "moment")}>
        {formatDate(first.at, "time")}
      </time>
      <div className={styles.words}>
        <bdi className={styles.what}>{words}</bdi>
        <div className={styles.quiet}>{itemCounts(t, title, items)}</div>
      </div>
      <div className={styles.actions}>
        <Button
          size="small"
          appearance="subtle"
          aria-expanded={open}
          icon={open ? <ChevronDownRegular /> : <ChevronRightRegular />}
          onClick={onToggle}
        >
          {t(open ? "activity.hideItems" : "activity.showItems")}
          <VisuallyHidden>: {words}</VisuallyHidden>
        </Button>
        <Button size="small" onClick={() => openJob(first.jobId)}>
          {t("activity.details")}
          <VisuallyHidden>: {words}</VisuallyHidden>
        </Button>
      </div>
    </div>
  );
}
