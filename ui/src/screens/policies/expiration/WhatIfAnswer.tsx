/** What the policy would come to: the gravest first, the months as a chart, and what the dates rest on. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { ErrorPanel } from "@/components/ErrorPanel";
import { LoadingRows } from "@/components/LoadingRows";
import { Card } from "@/components/Card";
import type { WhatIf } from "@/ipc/bindings";
import { formatNumber } from "@/lib/dates";
import { figureWords } from "../saving/Reach";
import { Section } from "../Section";
import { Assumptions } from "./Assumptions";
import { MonthChart } from "./MonthChart";
import { barsOf } from "./months";
import type { WhatIfState } from "./useWhatIf";

const useStyles = makeStyles({
  list: {
    margin: 0,
    paddingLeft: "1.1rem",
    display: "grid",
    gap: "2px",
    color: tokens.colorNeutralForeground2,
  },
  old: { opacity: 0.5 },
  fade: {
    display: "grid",
    gap: "16px",
    transitionProperty: "opacity",
    transitionDuration: "150ms",
  },
});

interface Props {
  state: WhatIfState;
  /** Whether the form says something else than what holds. */
  changed: boolean;
}

export function WhatIfAnswer({ state, changed }: Props) {
  const { t } = useTranslation();
  const { whatIf, error, retry } = state;
  if (error)
    return <ErrorPanel error={error} title={t("policies.whatIf.failed")} onRetry={retry} />;
  if (!whatIf) {
    return (
      <Card>
        <LoadingRows rows={4} height={48} />
      </Card>
    );
  }
  return <Answer whatIf={whatIf} old={state.old} changed={changed} />;
}

function Answer({ whatIf, old, changed }: { whatIf: WhatIf; old: boolean; changed: boolean }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [first, ...others] = figureWords(t, whatIf.figures);
  const { groups, coveredNow, coveredThen } = whatIf.figures;
  return (
    <Section
      title={<span role="status">{first}</span>}
      text={t(changed ? "policies.whatIf.sum" : "policies.whatIf.sumNow", {
        groups: formatNumber(groups),
        now: formatNumber(coveredNow),
        then: formatNumber(coveredThen),
      })}
    >
      <div className={mergeClasses(styles.fade, old && styles.old)} aria-busy={old}>
        {whatIf.reading !== null && (
          <span role="status">
            {t("policies.whatIf.reading", { shown: formatNumber(whatIf.reading) })}
          </span>
        )}
        {others.length > 0 && (
          <ul className={styles.list}>
            {others.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
        <MonthChart months={barsOf(t, whatIf)} compared={changed} />
        <Assumptions assumptions={whatIf.assumptions} />
      </div>
    </Section>
  );
}
