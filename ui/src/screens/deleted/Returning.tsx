/** Groups on their way back: which of their parts the service gives out again. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { Card } from "@/components/Card";
import { GroupAvatar } from "@/components/GroupAvatar";
import type { Returning as ReturningGroup } from "@/ipc/bindings";
import { formatAsOf } from "@/lib/dates";
import { links } from "@/lib/links";
import { Stages } from "./Stages";

const useStyles = makeStyles({
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  hint: { margin: "0 0 8px", color: tokens.colorNeutralForeground2 },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  row: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "8px 12px",
    padding: "10px 16px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ":first-child": { borderTop: "none" },
  },
  words: { flex: "1 1 12rem", minWidth: 0 },
  name: {
    display: "block",
    overflowX: "clip",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: "none",
    ":hover": { textDecorationLine: "underline" },
  },
  second: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
});

interface Props {
  returning: readonly ReturningGroup[];
  now: string;
}

export function Returning({ returning, now }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const heading = useId();
  if (returning.length === 0) return null;
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading} className={styles.heading}>
        {t("deleted.returning.heading")}
      </h2>
      <p className={styles.hint}>{t("deleted.returning.hint")}</p>
      <Card>
        <ul className={styles.list}>
          {returning.map((group) => (
            <li key={group.groupId} className={styles.row}>
              <GroupAvatar
                group={{ id: group.groupId, displayName: group.displayName }}
                size={32}
              />
              <Words group={group} now={now} />
              <Stages name={group.displayName} stages={group.stages} />
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}

function Words({ group, now }: { group: ReturningGroup; now: string }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { displayName: name, groupId, stages, since } = group;
  const back = stages.filter((stage) => stage.back).length;
  return (
    <div className={styles.words}>
      <Link to={links.group(groupId)} className={styles.name} title={name}>
        <bdi>{name}</bdi>
      </Link>
      <div className={styles.second}>
        {t("deleted.returning.parts", { count: stages.length, back })} ·{" "}
        {t("deleted.returning.since", { when: formatAsOf(since, now) })}
      </div>
    </div>
  );
}
