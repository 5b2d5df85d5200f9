/** What happens to a group that nobody renews, in order, with what is over ticked off. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkRegular, CircleSmallRegular } from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";

import { Card } from "@/components/Card";
import { formatNear } from "@/lib/dates";
import { momentsOf, NOTICES } from "../bar";
import type { DeskGroup } from "../gone";

const DAY = 86_400_000;

const useStyles = makeStyles({
  card: { padding: "12px 14px" },
  title: {
    margin: "0 0 6px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  step: { display: "flex", alignItems: "center", gap: "8px", padding: "3px 0" },
  over: { color: tokens.colorNeutralForeground3 },
  icon: { flex: "none", display: "grid", fontSize: "16px" },
  what: { flex: 1, minWidth: 0 },
  when: { flex: "none", fontVariantNumeric: "tabular-nums" },
});

export function Ahead({ group, now }: { group: DeskGroup; now: string }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const moments = momentsOf(group);
  if (!moments) return null;
  const { expires, deleted, restoreEnds, renewed } = moments;
  const steps = [
    ...NOTICES.map((days) => ({
      what:
        days === 1
          ? t("renewals.evidence.noticeLast")
          : t("renewals.evidence.notice", { count: days }),
      at: expires - days * DAY,
    })),
    { what: t("renewals.evidence.expiry"), at: expires },
    { what: t("renewals.evidence.deletion"), at: deleted },
    { what: t("renewals.evidence.restore"), at: restoreEnds },
  ].filter(({ at }) => renewed === null || at > renewed);
  return (
    <Card className={styles.card}>
      <h3 className={styles.title}>{t("renewals.evidence.ahead")}</h3>
      <ol className={styles.list}>
        {steps.map(({ what, at }) => {
          const over = at <= Date.parse(now);
          return (
            <li key={what} className={mergeClasses(styles.step, over && styles.over)}>
              <span aria-hidden className={styles.icon}>
                {over ? <CheckmarkRegular /> : <CircleSmallRegular />}
              </span>
              <span className={styles.what}>{what}</span>
              <span className={styles.when}>{formatNear(new Date(at).toISOString(), now)}</span>
            </li>
          );
        })}
      </ol>
    </Card>
  );
}
