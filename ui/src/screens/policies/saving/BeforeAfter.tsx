/** Before and after, side by side, with whom it reaches: asked once, before anything is written. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { commandErrorOf, errorWords } from "@/components/errorWords";
import { PlanCalls } from "@/components/jobs/PlanCalls";
import { LoadingRows } from "@/components/LoadingRows";
import { useReturnFocus } from "@/components/useReturnFocus";
import type { Plan } from "@/ipc/bindings";
import { formatSeconds } from "@/lib/dates";
import { Changes } from "./Changes";
import { Reach } from "./Reach";
import type { Saving } from "./useSaving";

const useStyles = makeStyles({
  surface: { maxWidth: "44rem", width: "calc(100vw - 48px)" },
  content: { display: "grid", gap: "16px", paddingTop: "8px" },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface Props {
  saving: Saving;
  title: string;
  /** The verb, such as "Remove the policy"; what is saved otherwise. */
  confirm?: string;
}

export function BeforeAfter(props: Props) {
  return props.saving.planned.state === "none" ? null : <Open {...props} />;
}

function Open({ saving, title, confirm }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  useReturnFocus();
  const { planned, failure, busy } = saving;
  const plan = "plan" in planned ? planned.plan : null;
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && saving.close()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className={styles.content}>
            {planned.state === "making" && <LoadingRows rows={3} height={36} />}
            {planned.state === "failed" && <NotPlanned saving={saving} error={planned.error} />}
            {failure && (
              <MessageBar intent="error" layout="multiline" politeness="assertive">
                <MessageBarBody>
                  <MessageBarTitle>{failure.title}</MessageBarTitle>
                  {failure.text}
                </MessageBarBody>
              </MessageBar>
            )}
            {plan && <Planned plan={plan} />}
          </DialogContent>
          <DialogActions>
            <Button onClick={saving.close}>{t(plan ? "common.cancel" : "common.close")}</Button>
            {plan && !failure && (
              <Button appearance="primary" disabledFocusable={busy} onClick={saving.save}>
                {busy ? t("policies.saving") : (confirm ?? t("policies.save"))}
              </Button>
            )}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function Planned({ plan }: { plan: Plan }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const delay = plan.policy?.delaySeconds ?? 0;
  return (
    <>
      {plan.policy?.reach && <Reach reach={plan.policy.reach} />}
      {plan.policy && <Changes changes={plan.policy.changes} />}
      <p className={styles.note}>
        {delay > 0 && `${t("policies.delay", { span: formatSeconds(delay) })} `}
        {t("policies.undoable")}
      </p>
      <PlanCalls plan={plan} />
    </>
  );
}

function NotPlanned({ saving, error }: { saving: Saving; error: unknown }) {
  const { t } = useTranslation();
  const failed = commandErrorOf(error);
  if (failed.code === "nothingToDo") {
    const { title, text } = errorWords(t, failed);
    return <EmptyState title={title} text={text} />;
  }
  return (
    <ErrorPanel
      error={failed}
      title={t("policies.notSavedTitle")}
      unchanged
      onRetry={failed.code === "changedMeanwhile" ? undefined : saving.again}
    />
  );
}
