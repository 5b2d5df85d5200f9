/**
 * How many groups expire in which month, now and then. Two columns a month: outlined for now, filled for
 * then, so that colour does not speak alone. Who cannot see it has the same as a table.
 */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { VisuallyHidden } from "@/components/VisuallyHidden";
import { formatNumber } from "@/lib/dates";
import { tenure } from "@/theme/colors";

const useStyles = makeStyles({
  root: { display: "grid", gap: "8px", minWidth: 0 },
  legend: {
    display: "flex",
    flexWrap: "wrap",
    gap: "4px 16px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  key: { display: "inline-flex", alignItems: "center", gap: "6px" },
  swatch: { width: "12px", height: "12px", borderRadius: "2px" },
  months: { display: "flex", gap: "4px", alignItems: "flex-end", overflowX: "auto" },
  month: { flex: "1 1 0", minWidth: "1.75rem", maxWidth: "6rem" },
  pair: {
    display: "flex",
    alignItems: "flex-end",
    gap: "2px",
    height: "7rem",
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  column: {
    position: "relative",
    flex: 1,
    borderRadius: "2px 2px 0 0",
    minHeight: "2px",
    transitionProperty: "height",
    transitionDuration: "150ms",
    transitionTimingFunction: "ease-out",
  },
  now: { border: `1px solid ${tenure.tenureMark}`, opacity: 0.75 },
  then: { backgroundColor: tokens.colorCompoundBrandBackground },
  none: { visibility: "hidden" },
  most: {
    position: "absolute",
    bottom: "100%",
    left: "50%",
    transform: "translateX(-50%)",
    fontSize: tokens.fontSizeBase100,
    lineHeight: tokens.lineHeightBase100,
    color: tokens.colorNeutralForeground2,
  },
  name: {
    paddingTop: "4px",
    textAlign: "center",
    fontSize: tokens.fontSizeBase100,
    lineHeight: tokens.lineHeightBase100,
    color: tokens.colorNeutralForeground3,
  },
});

export interface MonthBar {
  /** Such as "Dec" or "Jan 2027". */
  name: string;
  /** In full, for the table. */
  full: string;
  now: number;
  then: number;
}

const BOTH = ["now", "then"] as const;
const ONE = ["then"] as const;

interface Props {
  months: readonly MonthBar[];
  /** Whether now and then differ; else one column a month says it. */
  compared: boolean;
}

export function MonthChart({ months, compared }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const most = Math.max(1, ...months.flatMap(({ now, then }) => [now, then]));
  const sides = compared ? BOTH : ONE;
  const peak = months.findIndex(({ now, then }) => Math.max(now, then) === most);
  return (
    <figure className={styles.root} style={{ margin: 0 }}>
      <div aria-hidden className={styles.legend}>
        {sides.map((which) => (
          <span key={which} className={styles.key}>
            <span className={mergeClasses(styles.swatch, styles[which])} />
            {t(compared ? `policies.whatIf.${which}` : "policies.whatIf.expires")}
          </span>
        ))}
      </div>
      <div aria-hidden className={styles.months} style={{ paddingTop: "1rem" }}>
        {months.map((month, index) => (
          <div key={month.full} className={styles.month} title={said(month)}>
            <div className={styles.pair}>
              {sides.map((which) => (
                <div
                  key={which}
                  className={mergeClasses(
                    styles.column,
                    styles[which],
                    !month[which] && styles.none,
                  )}
                  style={{ height: `${(month[which] / most) * 100}%` }}
                >
                  {index === peak && month[which] === most && (
                    <span className={styles.most}>{formatNumber(most)}</span>
                  )}
                </div>
              ))}
            </div>
            <div className={styles.name}>{month.name}</div>
          </div>
        ))}
      </div>
      <VisuallyHidden>
        <MonthTable months={months} />
      </VisuallyHidden>
    </figure>
  );
}

const said = ({ full, now, then }: MonthBar): string =>
  `${full}: ${formatNumber(now)} → ${formatNumber(then)}`;

function MonthTable({ months }: { months: readonly MonthBar[] }) {
  const { t } = useTranslation();
  return (
    <table>
      <caption>{t("policies.whatIf.chart")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("policies.whatIf.month")}</th>
          <th scope="col">{t("policies.whatIf.now")}</th>
          <th scope="col">{t("policies.whatIf.then")}</th>
        </tr>
      </thead>
      <tbody>
        {months.map(({ full, now, then }) => (
          <tr key={full}>
            <th scope="row">{full}</th>
            <td>{formatNumber(now)}</td>
            <td>{formatNumber(then)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
