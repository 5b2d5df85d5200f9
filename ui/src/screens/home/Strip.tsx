/** The next 30 days in one line: a day on which groups expire carries its initials, or the number of them, and leads there. */
import { makeStyles, mergeClasses, tokens, Tooltip } from "@fluentui/react-components";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { Card } from "@/components/Card";
import { VisuallyHidden } from "@/components/VisuallyHidden";
import type { GroupList } from "@/ipc/bindings";
import { formatDate } from "@/lib/dates";
import { URGENT_DAYS } from "@/lib/expiry";
import { links } from "@/lib/links";
import { initialsOf } from "@/lib/people";
import { tenure } from "@/theme/colors";
import { namesOf } from "./names";
import { Section } from "./Section";
import { daysOf, type Day } from "./days";

const useStyles = makeStyles({
  card: { padding: "14px 16px 10px", overflowX: "auto" },
  days: {
    display: "grid",
    gridTemplateColumns: "repeat(31, minmax(1.375rem, 1fr))",
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
  day: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gridTemplateRows: "1.75rem 1.25rem",
    justifyItems: "center",
  },
  empty: {
    alignSelf: "end",
    width: "100%",
    height: "0.5rem",
    borderBottom: `2px solid ${tokens.colorNeutralStroke1}`,
  },
  mark: {
    display: "grid",
    placeItems: "center",
    width: "calc(100% - 2px)",
    maxWidth: "2rem",
    overflow: "hidden",
    borderRadius: "5px",
    borderBottom: "2px solid",
    textDecorationLine: "none",
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  red: { color: tenure.tenureRed, backgroundColor: tenure.tenureRedSoft },
  amber: { color: tenure.tenureAmber, backgroundColor: tenure.tenureAmberSoft },
  label: {
    alignSelf: "end",
    display: "flex",
    justifyContent: "center",
    width: 0,
    whiteSpace: "nowrap",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  today: {
    justifySelf: "start",
    justifyContent: "flex-start",
    color: tokens.colorBrandForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  last: { justifySelf: "end", justifyContent: "flex-end" },
});

export function Strip({ list }: { list: GroupList }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const days = useMemo(() => daysOf(list.groups, list.now), [list]);
  if (days.every(({ groups }) => groups.length === 0)) return null;
  const more = { to: links.renewals, label: t("home.strip.timeline") };
  return (
    <Section heading={t("home.strip.heading")} more={more}>
      <Card className={styles.card}>
        <ol className={styles.days}>
          {days.map((day) => (
            <li key={day.offset} className={styles.day} aria-hidden={day.groups.length === 0}>
              <DayMark day={day} />
              <DayLabel day={day} />
            </li>
          ))}
        </ol>
      </Card>
    </Section>
  );
}

function DayMark({ day }: { day: Day }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [first] = day.groups;
  if (!first) return <span className={styles.empty} />;
  const count = day.groups.length;
  const date = formatDate(day.at, "dayMonth");
  const label = t("home.strip.day", { count, date, names: namesOf(t, day.groups, 3) });
  return (
    <Tooltip relationship="inaccessible" content={label} withArrow>
      <Link
        to={links.renewal(first.id)}
        className={mergeClasses(styles.mark, day.offset <= URGENT_DAYS ? styles.red : styles.amber)}
      >
        <span aria-hidden>{count === 1 ? initialsOf(first.displayName) : count}</span>
        <VisuallyHidden>{label}</VisuallyHidden>
      </Link>
    </Tooltip>
  );
}

/** Today, and every week from it. */
function DayLabel({ day }: { day: Day }) {
  const styles = useStyles();
  const { t } = useTranslation();
  if (day.offset === 0) {
    return (
      <span className={mergeClasses(styles.label, styles.today)}>{t("home.strip.today")}</span>
    );
  }
  if (day.offset % 7 !== 0 && day.offset !== 30) return null;
  if (day.offset === 28) return null;
  return (
    <span className={mergeClasses(styles.label, day.offset === 30 && styles.last)}>
      {formatDate(day.at, "dayMonth")}
    </span>
  );
}
