/** The people of the group in figures; each figure leads to the list. */
import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { membersQuery } from "@/ipc/queries";
import { formatNumber } from "@/lib/dates";
import { countPeople } from "../members/filtering";
import { useOpenGroup } from "../openGroup";
import { Figures, type FigureRow } from "./Figures";
import { Subject } from "./Subject";

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground2 } });

export function PeopleCard() {
  const styles = useStyles();
  const { t } = useTranslation();
  const { groupId, summary, show } = useOpenGroup();
  const { data: list } = useQuery(membersQuery(groupId));
  const known = list && list.asOf !== null;
  const rows = (): FigureRow[] => {
    if (known) {
      const { guests, disabled } = countPeople(list.people);
      return [
        [t("group.people.owners"), list.people.filter(({ owner }) => owner).length],
        [
          t("group.people.members"),
          list.hidden ? null : list.people.filter(({ member }) => member).length,
        ],
        [t("group.people.guests"), list.hidden ? null : guests],
        [t("group.people.disabled"), disabled],
      ];
    }
    const { people } = summary;
    return [
      [t("group.people.owners"), people?.owners.length ?? null],
      [t("group.people.members"), people?.memberCount ?? null],
      [t("group.people.guests"), people?.guestCount ?? null],
    ];
  };
  return (
    <Subject
      title={t("group.people.title")}
      end={<Link onClick={() => show("members")}>{t("group.people.show")}</Link>}
    >
      {list?.lastError && !known ? (
        <div className={styles.quiet}>{t("group.people.unreadable")}</div>
      ) : (
        <Figures
          rows={rows().map(([name, value]) => [
            name,
            typeof value === "number" ? formatNumber(value) : null,
          ])}
        />
      )}
    </Subject>
  );
}
