/** The facts of the group, as the service told them. */
import { makeStyles, tokens } from "@fluentui/react-components";
import type { TFunction } from "i18next";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { VisibilityBadge } from "@/components/VisibilityBadge";
import type { GroupSummary } from "@/ipc/bindings";
import { formatDate } from "@/lib/dates";
import { urgencyOf } from "@/lib/expiry";
import { useOpenGroup } from "../openGroup";
import { ThemeName } from "../ThemeName";
import { guestWords } from "../policy/words";
import { CoverageFact } from "../policy/CoverageFact";
import { Subject } from "./Subject";

const useStyles = makeStyles({
  list: {
    display: "grid",
    gridTemplateColumns: "minmax(5.5rem, auto) minmax(0, 1fr)",
    gap: "8px 16px",
    margin: 0,
    "& dt": { color: tokens.colorNeutralForeground3 },
    "& dd": { margin: 0, minWidth: 0, overflowWrap: "anywhere", userSelect: "text" },
  },
  description: {
    margin: "0 0 12px",
    color: tokens.colorNeutralForeground2,
    overflowWrap: "anywhere",
    whiteSpace: "pre-line",
    userSelect: "text",
  },
  quiet: { color: tokens.colorNeutralForeground3 },
});

export function FactsCard() {
  const styles = useStyles();
  const { t } = useTranslation();
  const { summary, details, now } = useOpenGroup();
  const day = (instant: string | null) =>
    instant ? formatDate(instant) : t("groups.detail.unknown");
  const expires = summary.expires;
  const facts: Array<[string, ReactNode]> = [
    [t("group.facts.you"), roleWords(t, summary)],
    [t("group.facts.kind"), kindWords(t, summary)],
    [t("group.facts.visibility"), <VisibilityBadge visibility={summary.visibility} />],
    [t("group.facts.alias"), summary.mailNickname],
    [t("group.facts.created"), day(summary.created)],
    [t("group.facts.renewed"), day(summary.renewed)],
    [
      t(`group.facts.${urgencyOf(summary, now) === "overdue" ? "expired" : "expires"}`),
      expires ? formatDate(expires, "moment") : t("groups.expiry.never"),
    ],
  ];
  if (details) facts.push([t("group.facts.policy"), <CoverageFact coverage={details.coverage} />]);
  if (details?.guests) facts.push([t("group.facts.guests"), guestWords(t, details.guests)]);
  if (summary.classification) facts.push([t("group.facts.classification"), summary.classification]);
  if (details?.theme) facts.push([t("group.facts.theme"), <ThemeName theme={details.theme} />]);
  return (
    <Subject title={t("group.facts.title")}>
      <p dir="auto" className={styles.description}>
        {summary.description || (
          <span className={styles.quiet}>{t("groups.detail.noDescription")}</span>
        )}
      </p>
      <dl className={styles.list}>
        {facts.map(([name, value]) => [
          <dt key={name}>{name}</dt>,
          <dd key={`${name}:`}>{value}</dd>,
        ])}
      </dl>
    </Subject>
  );
}

function roleWords(t: TFunction, { owned, member }: GroupSummary): string {
  if (owned) return t(member ? "groups.detail.youOwnAndBelong" : "groups.detail.youOwn");
  return t(member ? "groups.detail.youBelong" : "groups.detail.youNeither");
}

function kindWords(t: TFunction, { team, dynamic }: GroupSummary): string {
  const parts = [t(team ? "group.facts.groupWithTeam" : "group.facts.group")];
  if (dynamic) parts.push(t("group.facts.dynamic"));
  return parts.join(", ");
}
