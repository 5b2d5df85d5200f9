/** Jobs in the frame: the entry of the rail, the tray that it opens, the details of one, and its end said aloud. */
import { makeStyles, mergeClasses, ProgressBar, tokens } from "@fluentui/react-components";
import { TasksAppFilled, TasksAppRegular } from "@fluentui/react-icons";
import { lazy, Suspense, useEffect } from "react";
import { useTranslation } from "react-i18next";

import { countWords, isOver, settledOf } from "@/components/jobs/counts";
import { forgetFollowed } from "@/components/jobs/followed";
import { closeJob, useOpenedJob } from "@/components/jobs/opened";
import { titleWords } from "@/components/jobs/words";
import { VisuallyHidden } from "@/components/VisuallyHidden";
import type { Job } from "@/ipc/bindings";
import { tenure } from "@/theme/colors";
import { JobTray } from "./JobTray";
import type { Tray } from "./useTray";

const JobDetails = lazy(() => import("@/components/jobs/JobDetails"));

const useStyles = makeStyles({
  button: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    gap: "2px",
    padding: "8px 0 6px",
    border: "none",
    borderRadius: "6px",
    background: "none",
    font: "inherit",
    fontSize: "0.6875rem",
    lineHeight: "0.875rem",
    color: tokens.colorNeutralForeground2,
    cursor: "pointer",
    ":hover": { backgroundColor: tenure.tenureHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  open: { color: tokens.colorBrandForeground1 },
  waits: { color: tenure.tenureAmber, fontWeight: tokens.fontWeightSemibold },
  icon: { display: "grid", fontSize: "20px" },
  waiting: { backgroundColor: tenure.tenureAmberBar },
  bar: { width: "2.25rem", marginTop: "2px" },
});

interface Props {
  tray: Tray;
  /** Names the tray that the entry opens. */
  id: string;
}

/** The entry of the rail; there only while there is a job to see. */
export function JobsButton({ tray: { jobs, open, toggle }, id }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  if (jobs.length === 0) return null;
  const begun = jobs.filter((job) => !isOver(job));
  const waits = begun.some(({ state }) => state !== "running");
  return (
    <button
      type="button"
      aria-expanded={open}
      aria-controls={open ? id : undefined}
      className={mergeClasses(styles.button, open && styles.open, waits && styles.waits)}
      onClick={toggle}
    >
      <span aria-hidden className={styles.icon}>
        {open ? <TasksAppFilled /> : <TasksAppRegular />}
      </span>
      <span>{t(waits ? "jobs.tray.waits" : "jobs.tray.label")}</span>
      {begun.length > 0 && (
        <ProgressBar
          aria-hidden
          className={styles.bar}
          value={shareOf(begun)}
          bar={{ className: waits ? styles.waiting : undefined }}
        />
      )}
    </button>
  );
}

/** What opens over the screen: the tray, and the details of one job. */
export function JobsOver({ tray, id }: Props) {
  const opened = useOpenedJob();
  // Another account begins with nothing of the one before.
  useEffect(
    () => () => {
      closeJob();
      forgetFollowed();
    },
    [],
  );
  return (
    <>
      {tray.open && <JobTray id={id} jobs={tray.jobs} asked={tray.asked} onHide={tray.hide} />}
      <Ends jobs={tray.jobs} />
      <Suspense>{opened && <JobDetails jobId={opened} />}</Suspense>
    </>
  );
}

const shareOf = (jobs: readonly Job[]): number => {
  const total = jobs.reduce((sum, { counts }) => sum + counts.total, 0);
  return jobs.reduce((sum, job) => sum + settledOf(job), 0) / Math.max(1, total);
};

/** What a job came to, for a screen reader. */
function Ends({ jobs }: { jobs: readonly Job[] }) {
  const { t } = useTranslation();
  const over = jobs.filter(isOver);
  const said = over.map(
    (job) =>
      `${t("jobs.tray.over", { title: titleWords(t, job.title, "doing") })}. ${countWords(t, job)}.`,
  );
  return (
    <VisuallyHidden>
      <span role="status">{said.join(" ")}</span>
    </VisuallyHidden>
  );
}
