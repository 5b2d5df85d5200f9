/** What stands in each column of the Groups table. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { ExpiryBadge } from "@/components/ExpiryBadge";
import { PersonaStack } from "@/components/PersonaStack";
import { VisibilityBadge } from "@/components/VisibilityBadge";
import type { GroupSummary } from "@/ipc/bindings";
import { formatDate, formatNumber } from "@/lib/dates";
import type { Column } from "./columns";
import { KindBadges } from "./KindBadges";

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground3 },
  text: {
    minWidth: 0,
    overflowX: "clip",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    color: tokens.colorNeutralForeground2,
  },
});

interface Props {
  column: Column;
  group: GroupSummary;
  now: string;
  /** Whether the people of the group may not be read. */
  unreadable: boolean;
}

export function Cell({ column, group, now, unreadable }: Props) {
  const people = group.people ?? (unreadable ? null : undefined);
  switch (column) {
    case "visibility":
      return <VisibilityBadge visibility={group.visibility} />;
    case "owners":
      return <PersonaStack people={people} />;
    case "members":
      return <Count value={people === undefined ? undefined : (people?.memberCount ?? null)} />;
    case "guests":
      return <Count value={people === undefined ? undefined : (people?.guestCount ?? null)} />;
    case "expires":
      return <ExpiryBadge expires={group.expires} now={now} />;
    case "kind":
      return <KindBadges group={group} />;
    case "role":
      return <Role group={group} />;
    case "address":
      return <Text>{group.mail}</Text>;
    case "classification":
      return <Text>{group.classification}</Text>;
    case "renewed":
      return <Text>{group.renewed && formatDate(group.renewed)}</Text>;
    case "created":
      return <Text>{group.created && formatDate(group.created)}</Text>;
  }
}

/** `undefined` is not read yet, `null` may not be read. */
function Count({ value }: { value: number | null | undefined }) {
  const styles = useStyles();
  if (value === undefined) return null;
  return value === null ? <span className={styles.quiet}>–</span> : formatNumber(value);
}

function Text({ children }: { children: string | null }) {
  const styles = useStyles();
  return (
    <span dir="auto" className={styles.text} title={children ?? undefined}>
      {children ?? "–"}
    </span>
  );
}

function Role({ group: { owned, member } }: { group: GroupSummary }) {
  const { t } = useTranslation();
  const role = owned ? (member ? "ownerAndMember" : "owner") : member ? "member" : "none";
  return <Text>{t(`groups.role.${role}`)}</Text>;
}
