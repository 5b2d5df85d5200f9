/** Owners by name and members in figures, for the panel of a group. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { PersonaStack } from "@/components/PersonaStack";
import type { GroupPeople } from "@/ipc/bindings";
import { formatNumber } from "@/lib/dates";

const useStyles = makeStyles({
  names: { margin: 0, padding: 0, listStyleType: "none" },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** `undefined` is not read yet, `null` may not be read. */
type Props = { people: GroupPeople | null | undefined };

export function OwnersFact({ people }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  if (!people?.owners.length) return <PersonaStack people={people} />;
  return (
    <ul className={styles.names}>
      {people.owners.map(({ id, displayName, enabled }) => (
        <li key={id} className={enabled === false ? styles.quiet : undefined}>
          {enabled === false ? t("groups.people.disabled", { name: displayName }) : displayName}
        </li>
      ))}
    </ul>
  );
}

export function MembersFact({ people }: Props) {
  const { t } = useTranslation();
  if (people === undefined) return t("groups.people.unread");
  if (people === null || people.memberCount === null) return t("groups.people.forbidden");
  const { memberCount: members, guestCount: guests } = people;
  const parts = [t("groups.people.members", { count: members, total: formatNumber(members) })];
  if (guests === 0) parts.push(t("groups.people.noGuests"));
  if (guests) parts.push(t("groups.people.guests", { count: guests, total: formatNumber(guests) }));
  return parts.join(", ");
}
