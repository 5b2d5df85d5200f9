/** What happened to the groups lately. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { AddCircleRegular, ArrowClockwiseRegular } from "@fluentui/react-icons";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { Card } from "@/components/Card";
import type { GroupList } from "@/ipc/bindings";
import { formatDate, formatNear } from "@/lib/dates";
import { links } from "@/lib/links";
import { happeningsOf, type Happening } from "./happenings";
import { Section } from "./Section";

const icons = { renewed: <ArrowClockwiseRegular />, created: <AddCircleRegular /> };

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none" },
  row: {
    display: "flex",
    gap: "12px",
    padding: "8px 14px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ":first-child": { borderTop: "none" },
  },
  icon: { flex: "none", marginTop: "3px", fontSize: "16px", color: tokens.colorNeutralForeground3 },
  words: { minWidth: 0, overflowWrap: "anywhere" },
  name: {
    color: "inherit",
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: "none",
    ":hover": { textDecorationLine: "underline" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  when: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  none: { padding: "14px 16px", color: tokens.colorNeutralForeground3 },
});

export function Recent({ list }: { list: GroupList }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const happenings = useMemo(() => happeningsOf(list.groups, list.now), [list]);
  return (
    <Section heading={t("home.recent.heading")}>
      <Card>
        {happenings.length === 0 && <div className={styles.none}>{t("home.recent.none")}</div>}
        <ul className={styles.list}>
          {happenings.map((happening) => (
            <Row key={happening.group.id} happening={happening} now={list.now} />
          ))}
        </ul>
      </Card>
    </Section>
  );
}

function Row({ happening, now }: { happening: Happening; now: string }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { what, at, group } = happening;
  const when = formatNear(at, now);
  return (
    <li className={styles.row}>
      <span aria-hidden className={styles.icon}>
        {icons[what]}
      </span>
      <div className={styles.words}>
        <Link to={links.group(group.id)} className={styles.name}>
          <bdi>{group.displayName}</bdi>
        </Link>{" "}
        {t(`home.recent.${what}`)}
        <div className={styles.when}>
          {what === "renewed" && group.expires
            ? t("home.recent.until", { when, date: formatDate(group.expires) })
            : when}
        </div>
      </div>
    </li>
  );
}
