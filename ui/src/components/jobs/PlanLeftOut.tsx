/** What a plan leaves out, grouped by why. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import { useId } from "react";

import type { LeftOut, Plan, Reason } from "@/ipc/bindings";
import { formatNumber } from "@/lib/dates";

const useStyles = makeStyles({
  heading: {
    margin: "0 0 4px",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  groups: { margin: 0, padding: 0, listStyleType: "none" },
  group: {
    padding: "8px 0",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  summary: { cursor: "pointer", overflowWrap: "anywhere" },
  why: { color: tokens.colorNeutralForeground2 },
  names: {
    maxHeight: "9rem",
    overflowY: "auto",
    margin: "4px 0 0",
    paddingLeft: "20px",
    color: tokens.colorNeutralForeground2,
    overflowWrap: "anywhere",
  },
});

export function PlanLeftOut({ plan }: { plan: Plan }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const heading = useId();
  const { leftOut, leftOutCount: count } = plan;
  if (count === 0) return null;
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading} className={styles.heading}>
        {t("jobs.plan.leftOut", { count, shown: formatNumber(count) })}
      </h3>
      <ul className={styles.groups}>
        {byReason(leftOut).map(([reason, left]) => (
          <li key={reason} className={styles.group}>
            <Reasoned reason={reason} left={left} />
          </li>
        ))}
        {count > leftOut.length && <Unlisted count={count - leftOut.length} />}
      </ul>
    </section>
  );
}

function Unlisted({ count }: { count: number }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const words = t("jobs.plan.leftOutMore", { count, shown: formatNumber(count) });
  return <li className={styles.group}>{words}</li>;
}

function byReason(leftOut: readonly LeftOut[]): Array<[Reason, LeftOut[]]> {
  const found = new Map<Reason, LeftOut[]>();
  for (const each of leftOut) found.set(each.reason, [...(found.get(each.reason) ?? []), each]);
  return [...found].sort((a, b) => b[1].length - a[1].length);
}

function Reasoned({ reason, left }: { reason: Reason; left: readonly LeftOut[] }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const why = t(`jobs.reason.${reason}`);
  const [only] = left;
  const oneGroup = left.every(({ groupName }) => groupName === only?.groupName);
  const name = ({ personName, groupName }: LeftOut) => {
    if (!personName) return groupName;
    return oneGroup ? personName : t("jobs.plan.inGroup", { who: personName, where: groupName });
  };
  if (only && left.length === 1) {
    return (
      <>
        <bdi>{name(only)}</bdi>: <span className={styles.why}>{why}</span>
      </>
    );
  }
  return (
    <details>
      <summary className={styles.summary}>
        {formatNumber(left.length)}: <span className={styles.why}>{why}</span>
      </summary>
      <ul className={styles.names} tabIndex={0}>
        {left.map((each, index) => (
          <li key={index} dir="auto">
            {name(each)}
          </li>
        ))}
      </ul>
    </details>
  );
}
