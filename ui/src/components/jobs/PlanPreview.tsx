/** What a change would do, before it is done: what, at what cost, what is left out, by which calls. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { InfoRegular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { commandErrorOf, errorWords } from "@/components/errorWords";
import { LoadingRows } from "@/components/LoadingRows";
import type { Job, Plan } from "@/ipc/bindings";
import { costWords } from "./cost";
import { PlanCalls } from "./PlanCalls";
import { PlanLeftOut } from "./PlanLeftOut";
import type { Planned, Planning } from "./usePlan";
import { runWords, titleWords } from "./words";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: "16px", flex: 1, minHeight: 0 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
  },
  middle: {
    display: "flex",
    flexDirection: "column",
    gap: "16px",
    flex: "1 1 auto",
    minHeight: "6rem",
    overflowY: "auto",
  },
  cost: { margin: 0, color: tokens.colorNeutralForeground2 },
  figures: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  actions: { display: "flex", flexWrap: "wrap", gap: "8px" },
  run: { flex: "1 1 auto" },
});

export interface PlanPreviewProps {
  planning: Planning;
  /** Whether running it has to wait, for something in `children` or a permission. */
  disabled?: boolean;
  /** The job was started; it goes on in the tray. */
  onStarted?: (job: Job) => void;
  onClose?: () => void;
  /** What it is called, and what the button says, where the plan's own title says too little. */
  words?: { title: string; run: string };
  /** What else has to be known before it is run. */
  children?: ReactNode;
}

export function PlanPreview({ planning, children, ...actions }: PlanPreviewProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { planned } = planning;
  if (planned.state === "none") return null;
  const plan = "plan" in planned ? planned.plan : null;
  return (
    <div className={styles.root}>
      <h2 className={styles.title}>
        {plan
          ? (actions.words?.title ?? titleWords(t, plan.title, "will"))
          : t(planned.state === "failed" ? "jobs.plan.label" : "jobs.plan.making")}
      </h2>
      <div className={styles.middle}>
        {children}
        {planned.state === "making" && <LoadingRows rows={4} height={32} />}
        {planned.state === "failed" && <Failed planned={planned} again={planning.again} />}
        {plan && <Figures plan={plan} />}
      </div>
      <Actions {...actions} planning={planning} plan={plan} />
    </div>
  );
}

function Figures({ plan }: { plan: Plan }) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <>
      <p className={styles.cost}>
        {t("jobs.plan.nothingWritten")} <span className={styles.figures}>{costWords(t, plan)}</span>{" "}
        {t(plan.undoable ? "jobs.plan.undoable" : "jobs.plan.notUndoable")}
      </p>
      <PlanLeftOut plan={plan} />
      <PlanCalls plan={plan} />
    </>
  );
}

function Failed({ planned, again }: { planned: Planned & { state: "failed" }; again: () => void }) {
  const { t } = useTranslation();
  const error = commandErrorOf(planned.error);
  if (error.code === "nothingToDo") {
    const { title, text } = errorWords(t, error);
    return <EmptyState icon={<InfoRegular />} title={title} text={text} />;
  }
  const title = t(planned.plan ? "jobs.notStarted" : "jobs.notPlanned");
  return <ErrorPanel error={error} title={title} unchanged onRetry={again} />;
}

type ActionProps = Omit<PlanPreviewProps, "children"> & { plan: Plan | null };

function Actions({ planning, plan, disabled, words, onStarted, onClose }: ActionProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const starting = planning.planned.state === "starting";
  const run = async () => {
    const job = await planning.run();
    if (job) onStarted?.(job);
  };
  return (
    <div className={styles.actions}>
      {plan && (
        <Button
          className={styles.run}
          appearance="primary"
          disabled={disabled || plan.items === 0}
          disabledFocusable={starting}
          onClick={() => void run()}
        >
          {starting ? t("jobs.plan.starting") : (words?.run ?? runWords(t, plan))}
        </Button>
      )}
      {onClose && <Button onClick={onClose}>{t(plan ? "common.cancel" : "common.close")}</Button>}
    </div>
  );
}
