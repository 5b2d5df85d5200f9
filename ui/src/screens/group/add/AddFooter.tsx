/** What adding costs, who is left out, and the button that does it. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { PlanLeftOut } from "@/components/jobs/PlanLeftOut";
import { useExport } from "@/components/jobs/useExport";
import { runWords } from "@/components/jobs/words";
import { costWords } from "../costs";
import { usePeopleChange } from "../members/usePeopleChange";
import { useOpenGroup } from "../openGroup";
import { PlanFailure } from "../PlanFailure";

const useStyles = makeStyles({
  words: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  buttons: { display: "flex", gap: "8px" },
  main: { flex: 1 },
});

export function AddFooter() {
  const styles = useStyles();
  const { t } = useTranslation();
  const { adding } = useOpenGroup();
  const save = useExport();
  const { checked, planning } = adding;
  const { planned } = planning;
  const plan = "plan" in planned ? planned.plan : null;
  return (
    <>
      {planned.state === "failed" && <PlanFailure error={planned.error} onRetry={planning.again} />}
      {plan && (
        <div className={styles.words} role="status">
          {costWords(t, plan)} {plan.items > 1 && t("group.add.badLine")}
        </div>
      )}
      {plan && <PlanLeftOut plan={plan} />}
      <div className={styles.buttons}>
        <AddButton className={styles.main} />
        {checked && (
          <Button
            onClick={() =>
              save({ content: { kind: "checked", checkId: checked.checkId }, format: "csv" })
            }
          >
            {t("group.add.savePreview")}
          </Button>
        )}
      </div>
    </>
  );
}

/** One person is added at once, with Undo in the toast; many become a job. */
function AddButton({ className }: { className: string }) {
  const { t } = useTranslation();
  const { adding, closeSide } = useOpenGroup();
  const { add } = usePeopleChange();
  const { checked, picked, role, planning } = adding;
  const { planned } = planning;
  const plan = "plan" in planned ? planned.plan : null;
  const busy = planned.state === "making" || planned.state === "starting";
  const run = async () => {
    if (!checked && picked.length === 1) {
      const [person] = picked;
      adding.clear();
      if (person) void add([person], role);
      return;
    }
    const job = await planning.run();
    if (!job) return;
    adding.clear();
    closeSide();
  };
  const nobody = !checked && picked.length === 0;
  return (
    <Button
      appearance="primary"
      className={className}
      disabled={nobody || (!plan && !busy)}
      disabledFocusable={busy}
      onClick={() => void run()}
    >
      {plan ? runWords(t, plan) : t("group.add.add")}
    </Button>
  );
}
