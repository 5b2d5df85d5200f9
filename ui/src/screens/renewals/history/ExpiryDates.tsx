/** How a group's expiry moved over time, as a line of dates. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";

import type { HistoryEntry } from "@/ipc/bindings";
import { formatDate } from "@/lib/dates";
import { datesOf } from "./historyWords";

const useStyles = makeStyles({
  title: {
    margin: "0 0 4px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  dates: {
    display: "flex",
    flexWrap: "wrap",
    gap: "0 8px",
    margin: 0,
    color: tokens.colorNeutralForeground2,
  },
});

export function ExpiryDates({ entries }: { entries: readonly HistoryEntry[] }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const dates = datesOf(entries);
  if (dates.length === 0) return null;
  return (
    <section>
      <h3 className={styles.title}>{t("decisions.history.dates")}</h3>
      <p className={styles.dates}>
        {dates.map((date, index) => (
          <Fragment key={index}>
            {index > 0 && <span aria-hidden>→</span>}
            <span>{formatDate(date)}</span>
          </Fragment>
        ))}
      </p>
    </section>
  );
}
