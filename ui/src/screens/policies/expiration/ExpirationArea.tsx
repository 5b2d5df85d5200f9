/** How long groups live: what holds, what would come of changing it, and changing it. */
import { Button, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import type { ExpirationPolicy } from "@/ipc/bindings";
import { formatNumber } from "@/lib/dates";
import { usePolicies, useRight } from "../context";
import { Locked } from "../Locked";
import { BeforeAfter } from "../saving/BeforeAfter";
import { Meanwhile } from "../saving/Meanwhile";
import { Section } from "../Section";
import { ExpirationBar } from "./ExpirationBar";
import { ExpirationForm } from "./ExpirationForm";
import { Life } from "./Life";
import { RemovePolicy } from "./RemovePolicy";
import { SelectionDrawer } from "./SelectionDrawer";
import { useExpiration } from "./useExpiration";
import { useWhatIf } from "./useWhatIf";
import { WhatIfAnswer } from "./WhatIfAnswer";
import { WhatIfRows } from "./WhatIfRows";

const useStyles = makeStyles({
  columns: {
    display: "grid",
    gridTemplateColumns: "minmax(18rem, 2fr) minmax(0, 3fr)",
    gap: "16px",
    alignItems: "start",
    "@container policy (max-width: 46rem)": { gridTemplateColumns: "minmax(0, 1fr)" },
  },
});

export function ExpirationArea() {
  const { t } = useTranslation();
  const { expiration } = usePolicies();
  if (expiration.state === "unknown") {
    return <ErrorPanel error={expiration.error} title={t("policies.expiration.unread")} />;
  }
  return <Known policy={expiration.state === "active" ? expiration.policy : null} />;
}

function Known({ policy }: { policy: ExpirationPolicy | null }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const right = useRight("expiration");
  const locked = right.obstacle !== null;
  const expiration = useExpiration(policy);
  const whatIf = useWhatIf(expiration);
  const [choosing, setChoosing] = useState(false);
  const begun = policy !== null || expiration.draft !== null;
  return (
    <>
      <Meanwhile differences={expiration.differences} onSettle={expiration.settle} />
      <Section
        title={t(policy ? "policies.expiration.life" : "policies.answer.none")}
        text={t(policy ? "policies.expiration.text" : "policies.expiration.noneText")}
        actions={policy && !locked && <RemovePolicy policy={policy} />}
      >
        {policy && <Life days={policy.lifetimeDays} />}
        {!begun && !locked && (
          <div>
            <Button appearance="primary" onClick={expiration.begin}>
              {t("policies.expiration.begin")}
            </Button>
          </div>
        )}
        <Locked area="expiration" />
      </Section>
      {begun ? (
        <>
          <div className={styles.columns}>
            <Section title={t("policies.expiration.set")}>
              <ExpirationForm
                expiration={expiration}
                whatIf={whatIf.whatIf}
                locked={locked}
                onChoose={() => setChoosing(true)}
              />
            </Section>
            <WhatIfAnswer state={whatIf} changed={expiration.step !== null} />
          </div>
          {whatIf.whatIf && <WhatIfRows whatIf={whatIf.whatIf} />}
        </>
      ) : (
        locked && <EmptyState title={t("policies.answer.none")} />
      )}
      {choosing && whatIf.whatIf && (
        <SelectionDrawer
          whatIf={whatIf.whatIf}
          expiration={expiration}
          onClose={() => setChoosing(false)}
        />
      )}
      <ExpirationBar expiration={expiration} whatIf={whatIf.whatIf} />
      <BeforeAfter
        saving={expiration.saving}
        title={t(`policies.confirm.${expiration.step ?? "expiration"}`, {
          count: expiration.stepCount,
          shown: formatNumber(expiration.stepCount),
        })}
      />
    </>
  );
}
