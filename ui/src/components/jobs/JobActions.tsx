/** What can be done with a job: pause, go on, stop, look at its items; save, undo and dismiss its result. */
import { Button, makeStyles } from "@fluentui/react-components";
import { DismissRegular, PauseRegular, PlayRegular } from "@fluentui/react-icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { ConfirmDialog } from "@/components/ConfirmDialog";
import { useNotifyFailure } from "@/components/notify";
import { VisuallyHidden } from "@/components/VisuallyHidden";
import type { Job } from "@/ipc/bindings";
import { jobMutation } from "@/ipc/mutations";
import { formatNumber } from "@/lib/dates";
import { isOver } from "./counts";
import { dismiss, follow } from "./followed";
import { openJob } from "./opened";
import { PlanDrawer } from "./PlanDrawer";
import { useExport } from "./useExport";
import { useUndoJob } from "./useUndoJob";
import { titleWords } from "./words";

const useStyles = makeStyles({
  row: { display: "flex", flexWrap: "wrap", gap: "8px" },
  space: { flex: 1 },
});

type Step = "pause" | "resume" | "cancel";

export function JobActions({ job }: { job: Job }) {
  const styles = useStyles();
  return (
    <div className={styles.row}>
      {isOver(job) ? <AfterwardsActions job={job} /> : <RunningActions job={job} />}
    </div>
  );
}

function RunningActions({ job }: { job: Job }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const failed = useNotifyFailure();
  const [asking, setAsking] = useState(false);
  const { mutate, isPending } = useMutation(jobMutation(useQueryClient()));
  const { jobId, counts } = job;
  const take = (step: Step) => {
    follow(jobId);
    mutate({ jobId, step }, { onError: (error) => failed(error, t(`jobs.jobFailed.${step}`)) });
  };
  const running = job.state === "running";
  return (
    <>
      <Button
        size="small"
        appearance={running ? "secondary" : "primary"}
        icon={running ? <PauseRegular /> : <PlayRegular />}
        disabledFocusable={isPending}
        onClick={() => take(running ? "pause" : "resume")}
      >
        {t(running ? "jobs.tray.pause" : "jobs.tray.goOn")}
      </Button>
      <DetailsButton job={job} />
      <span className={styles.space} />
      <Button size="small" appearance="subtle" onClick={() => setAsking(true)}>
        {t("jobs.tray.stop")}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t("jobs.tray.stopTitle", { title: titleWords(t, job.title, "doing") })}
        confirm={t("jobs.tray.stop")}
        onCancel={() => setAsking(false)}
        onConfirm={() => (setAsking(false), take("cancel"))}
      >
        {t("jobs.tray.stopText", { count: counts.planned, shown: formatNumber(counts.planned) })}
      </ConfirmDialog>
    </>
  );
}

function AfterwardsActions({ job }: { job: Job }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const save = useExport();
  const { undo, busy, planning } = useUndoJob();
  const { jobId } = job;
  return (
    <>
      <Button size="small" onClick={() => save({ content: { kind: "job", jobId }, format: "csv" })}>
        {t("jobs.tray.save")}
      </Button>
      {job.undoable && (
        <Button size="small" disabledFocusable={busy} onClick={() => undo(job)}>
          {t("jobs.tray.undo")}
        </Button>
      )}
      <DetailsButton job={job} />
      <span className={styles.space} />
      <Button
        size="small"
        appearance="subtle"
        icon={<DismissRegular />}
        onClick={() => dismiss(jobId)}
      >
        <VisuallyHidden>{t("jobs.tray.dismiss")}</VisuallyHidden>
      </Button>
      <PlanDrawer planning={planning} />
    </>
  );
}

function DetailsButton({ job }: { job: Job }) {
  const { t } = useTranslation();
  return (
    <Button size="small" onClick={() => openJob(job.jobId)}>
      {t("jobs.tray.details")}
    </Button>
  );
}
