/** A job with all of its items in a drawer: those that need a look first, each with its request-id at hand. */
import {
  Button,
  DrawerBody,
  DrawerHeader,
  makeStyles,
  OverlayDrawer,
  tokens,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";

import { ErrorPanel } from "@/components/ErrorPanel";
import { LoadingRows } from "@/components/LoadingRows";
import { useReturnFocus } from "@/components/useReturnFocus";
import type { Job, JobResult } from "@/ipc/bindings";
import { jobQuery } from "@/ipc/queries";
import { formatAsOf, formatDate, formatNumber } from "@/lib/dates";
import { countWords } from "./counts";
import { JobItems } from "./JobItems";
import { closeJob } from "./opened";
import { titleWords } from "./words";

const useStyles = makeStyles({
  drawer: { width: "34rem", maxWidth: "100vw", backgroundColor: tokens.colorNeutralBackground1 },
  header: { padding: "20px 12px 12px 20px", gap: "4px" },
  top: { display: "flex", alignItems: "flex-start", gap: "8px" },
  title: {
    flex: 1,
    minWidth: 0,
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
  },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  when: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  body: { display: "flex", flexDirection: "column", padding: 0 },
  inset: { padding: "0 20px" },
});

export default function JobDetails({ jobId }: { jobId: string }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(jobQuery(jobId));
  useReturnFocus();
  return (
    <OverlayDrawer
      open
      position="end"
      aria-label={t("jobs.details.label")}
      className={styles.drawer}
      onOpenChange={(_, { open }) => !open && closeJob()}
    >
      <DrawerHeader className={styles.header}>
        <div className={styles.top}>
          <h2 className={styles.title}>
            {data ? titleWords(t, data.job.title, "doing") : t("jobs.details.label")}
          </h2>
          <Button
            appearance="subtle"
            icon={<DismissRegular />}
            aria-label={t("common.close")}
            onClick={closeJob}
          />
        </div>
        {data && <Standing result={data} />}
      </DrawerHeader>
      <DrawerBody className={styles.body}>
        {data ? (
          <JobItems items={data.items} total={data.job.counts.total} />
        ) : error ? (
          <div className={styles.inset}>
            <ErrorPanel
              error={error}
              title={t("jobs.details.failed")}
              onRetry={() => void refetch()}
            />
          </div>
        ) : (
          <LoadingRows rows={6} />
        )}
      </DrawerBody>
    </OverlayDrawer>
  );
}

function Standing({ result: { job, items } }: { result: JobResult }) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <>
      <p className={styles.text}>
        {[stateWords(t, job), countWords(t, job, items)].filter(Boolean).join(" · ")}
      </p>
      <p className={styles.when}>{whenWords(t, job)}</p>
    </>
  );
}

/** What came of a job that is over, its items tell. */
function stateWords(t: TFunction, { state, stopped }: Job): string | null {
  if (state === "finished") return null;
  return t(stopped ? "jobs.job.stopped" : `jobs.job.${state}`);
}

const whenWords = (t: TFunction, { created, ended, counts }: Job): string =>
  [
    t("jobs.plan.callItems", { count: counts.total, shown: formatNumber(counts.total) }),
    t("jobs.details.created", { when: formatDate(created, "moment") }),
    ended && t("jobs.details.ended", { when: formatAsOf(ended, created) }),
  ]
    .filter(Boolean)
    .join(" · ");
