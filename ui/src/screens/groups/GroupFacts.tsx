/** The facts of a group, as the service told them. */
import { makeStyles, tokens } from "@fluentui/react-components";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { ReactNode } from "react";

import { ExpiryBadge } from "@/components/ExpiryBadge";
import { VisibilityBadge } from "@/components/VisibilityBadge";
import type { GroupSummary } from "@/ipc/bindings";
import { formatDate } from "@/lib/dates";
import { CopyAddress } from "./CopyAddress";
import { MembersFact, OwnersFact } from "@/components/PeopleFacts";

const useStyles = makeStyles({
  list: {
    display: "grid",
    gridTemplateColumns: "minmax(5.5rem, auto) minmax(0, 1fr)",
    gap: "10px 16px",
    alignItems: "start",
    margin: 0,
    paddingTop: "16px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    "& dt": { color: tokens.colorNeutralForeground3 },
    "& dd": { margin: 0, minWidth: 0, overflowWrap: "anywhere", userSelect: "text" },
  },
});

type Props = { group: GroupSummary; now: string; unreadable: boolean };

export function GroupFacts({ group, now, unreadable }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const people = group.people ?? (unreadable ? null : undefined);
  const day = (instant: string | null) =>
    instant ? formatDate(instant) : t("groups.detail.unknown");
  const facts: Array<[string, ReactNode]> = [
    [
      t("groups.detail.address"),
      group.mail ? <CopyAddress address={group.mail} /> : t("groups.detail.noAddress"),
    ],
    [t("groups.detail.you"), role(t, group)],
    [t("groups.detail.visibility"), <VisibilityBadge visibility={group.visibility} />],
    [t("groups.detail.owners"), <OwnersFact people={people} />],
    [t("groups.detail.members"), <MembersFact people={people} />],
    [t("groups.detail.expires"), <ExpiryBadge expires={group.expires} now={now} />],
    [t("groups.detail.renewed"), day(group.renewed)],
    [t("groups.detail.created"), day(group.created)],
  ];
  if (group.classification) facts.push([t("groups.detail.classification"), group.classification]);
  return (
    <dl className={styles.list}>
      {facts.map(([name, value]) => [
        <dt key={name}>{name}</dt>,
        <dd key={`${name}:`}>{value}</dd>,
      ])}
    </dl>
  );
}

function role(t: TFunction, { owned, member }: GroupSummary): string {
  if (owned) return t(member ? "groups.detail.youOwnAndBelong" : "groups.detail.youOwn");
  return t(member ? "groups.detail.youBelong" : "groups.detail.youNeither");
}
