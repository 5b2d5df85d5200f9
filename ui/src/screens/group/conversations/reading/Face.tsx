/** Somebody who wrote: their photo where they are in the group, else their initials. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";

import { PersonAvatar } from "@/components/people/PersonAvatar";
import type { MailPerson, MemberList, PersonRef } from "@/ipc/bindings";
import { membersQuery } from "@/ipc/queries";
import { hueOf, initialsOf } from "@/lib/people";
import { HUES, hueStyle } from "@/theme/colors";
import { useOpenGroup } from "../../openGroup";

const useStyles = makeStyles({
  face: {
    flex: "none",
    display: "grid",
    placeItems: "center",
    borderRadius: tokens.borderRadiusCircular,
    lineHeight: 1,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: "nowrap",
  },
});

/** By address; made once for each list, since every post asks. */
const known = new WeakMap<MemberList, Map<string, PersonRef>>();

function byAddress(list: MemberList): Map<string, PersonRef> {
  const before = known.get(list);
  if (before) return before;
  const map = new Map(
    list.people.flatMap(({ person }) =>
      person.address ? [[person.address.toLowerCase(), person] as const] : [],
    ),
  );
  known.set(list, map);
  return map;
}

export function Face({ of, size = 32 }: { of: MailPerson; size?: number }) {
  const styles = useStyles();
  const { groupId } = useOpenGroup();
  const { data } = useQuery(membersQuery(groupId));
  const person = data && byAddress(data).get(of.address.toLowerCase());
  if (person) return <PersonAvatar person={person} size={size} />;
  const hue = hueStyle(hueOf(of.address || of.name, HUES));
  return (
    <span
      aria-hidden
      className={styles.face}
      style={{ ...hue, width: size, height: size, fontSize: Math.round(size * 0.38) }}
    >
      {initialsOf(of.name)}
    </span>
  );
}
