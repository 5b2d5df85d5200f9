/** Changes that did not finish: they were paused, stopped by themselves, or the application was closed. */
import { TasksAppRegular } from "@fluentui/react-icons";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { settledOf } from "@/components/jobs/counts";
import { follow } from "@/components/jobs/followed";
import { titleWords } from "@/components/jobs/words";
import { useNotifyFailure } from "@/components/notify";
import type { Job } from "@/ipc/bindings";
import { jobMutation } from "@/ipc/mutations";
import { jobsQuery } from "@/ipc/queries";
import { formatNumber } from "@/lib/dates";
import { MatterLine } from "./MatterLine";

/** Those that wait for the person; `null` when there is none. */
export function useUnfinished(): readonly [Job, ...Job[]] | null {
  const { data } = useQuery(jobsQuery());
  const [first, ...rest] =
    data?.jobs.filter(({ state }) => state === "paused" || state === "interrupted") ?? [];
  return first ? [first, ...rest] : null;
}

export function Unfinished({ jobs, first }: { jobs: readonly [Job, ...Job[]]; first: boolean }) {
  const { t } = useTranslation();
  const failed = useNotifyFailure();
  const { mutate, isPending } = useMutation(jobMutation(useQueryClient()));
  const [job] = jobs;
  const goOn = () => {
    for (const { jobId } of jobs) {
      follow(jobId);
      mutate(
        { jobId, step: "resume" },
        { onError: (error) => failed(error, t("jobs.jobFailed.resume")) },
      );
    }
  };
  return (
    <MatterLine
      icon={<TasksAppRegular />}
      tone="amber"
      title={t("home.unfinished.title", { count: jobs.length })}
      text={t("home.unfinished.text", {
        title: titleWords(t, job.title, "doing"),
        settled: formatNumber(settledOf(job)),
        total: formatNumber(job.counts.total),
      })}
      verb={t("home.do.goOn")}
      first={first}
      busy={isPending}
      onStep={goOn}
    />
  );
}
