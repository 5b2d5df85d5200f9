/** One job: what it does, how far it has come, what it waits for, and what can be done with it. */
import { makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import {
  CheckmarkRegular,
  DismissCircleRegular,
  PauseRegular,
  WarningRegular,
} from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import type { TFunction } from "i18next";
import { useId, type ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { Card } from "@/components/Card";
import { errorWords } from "@/components/errorWords";
import type { Job } from "@/ipc/bindings";
import { jobQuery } from "@/ipc/queries";
import { formatNumber } from "@/lib/dates";
import { tenure } from "@/theme/colors";
import { countWords, isOver, needsLook, settledOf } from "./counts";
import { JobActions } from "./JobActions";
import { titleWords } from "./words";

const useStyles = makeStyles({
  card: { display: "flex", flexDirection: "column", gap: "8px", padding: "12px 14px" },
  head: { display: "flex", alignItems: "baseline", gap: "12px" },
  title: {
    flex: 1,
    minWidth: 0,
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
  },
  waits: { backgroundColor: tenure.tenureAmberBar },
  progress: { whiteSpace: "nowrap", color: tokens.colorNeutralForeground2 },
  icon: { display: "grid", alignSelf: "center", fontSize: "18px" },
  text: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

export function JobCard({ job }: { job: Job }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const title = useId();
  const settled = settledOf(job);
  const over = isOver(job);
  return (
    <Card role="group" aria-labelledby={title} className={styles.card}>
      <div className={styles.head}>
        <h3 id={title} className={styles.title}>
          {titleWords(t, job.title, "doing")}
        </h3>
        {!over && (
          <span className={styles.progress}>
            {t("jobs.progress", {
              settled: formatNumber(settled),
              total: formatNumber(job.counts.total),
            })}
          </span>
        )}
        {job.state !== "running" && (
          <span aria-hidden className={styles.icon}>
            {iconOf(job)}
          </span>
        )}
      </div>
      {!over && (
        <ProgressBar
          aria-labelledby={title}
          thickness="large"
          value={settled}
          max={job.counts.total}
          bar={{ className: job.state === "running" ? undefined : styles.waits }}
        />
      )}
      <p className={styles.text}>{over ? <Result job={job} /> : standingWords(t, job)}</p>
      <JobActions job={job} />
    </Card>
  );
}

function iconOf(job: Job): ReactElement {
  if (!isOver(job)) return <PauseRegular color={tenure.tenureAmber} />;
  if (job.counts.failed > 0) return <DismissCircleRegular color={tenure.tenureRed} />;
  if (needsLook(job) || job.state === "cancelled") {
    return <WarningRegular color={tenure.tenureAmber} />;
  }
  return <CheckmarkRegular />;
}

/** Refusals say why where they all have one reason, for which the items are read. */
function Result({ job }: { job: Job }) {
  const { t } = useTranslation();
  const { data } = useQuery({ ...jobQuery(job.jobId), enabled: job.counts.failed > 0 });
  return countWords(t, job, data?.items);
}

function standingWords(t: TFunction, job: Job): string {
  const { state, stopped, waiting, counts } = job;
  if (stopped) {
    const { title, todo } = errorWords(t, stopped);
    return `${t("jobs.job.stopped")}: ${title}. ${todo}`;
  }
  if (state === "paused" || state === "interrupted") return t(`jobs.jobHint.${state}`);
  if (!waiting) return countWords(t, job);
  const { seconds, items: count } = waiting;
  const all = count >= counts.planned + counts.sent;
  return t(all ? "jobs.waitingAll" : "jobs.waiting", { seconds, count });
}
