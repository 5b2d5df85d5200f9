/** Home once the groups are known: what needs the owner, what comes, favorites, and what happened. */
import { makeStyles } from "@fluentui/react-components";
import { useMemo } from "react";

import type { GroupList, GroupSummary } from "@/ipc/bindings";
import { byExpiry } from "@/lib/expiry";
import { usePeopleReading, useWantedPeople } from "@/components/usePeople";
import { Favorites } from "./Favorites";
import { HomeHeader } from "./HomeHeader";
import { mattersOf } from "./matter";
import { Matters } from "./Matters";
import { Recent } from "./Recent";
import { Strip } from "./Strip";

/** Of so many owned groups, the ones that expire first, are the people read for Home. */
const READ = 300;

const useStyles = makeStyles({
  /** Measured in the person's text size, which a media query would not follow. */
  screen: { containerType: "inline-size", containerName: "home" },
  columns: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: "24px",
    alignItems: "start",
    "@container home (min-width: 62rem)": { gridTemplateColumns: "minmax(0, 1fr) 20rem" },
  },
  column: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: "24px", minWidth: 0 },
});

export function HomeScreen({ list }: { list: GroupList }) {
  const styles = useStyles();
  const { groups, now } = list;
  const matters = useMemo(() => mattersOf(groups, now), [groups, now]);
  const owned = useMemo(() => ownedOf(groups), [groups]);
  const wanted = useMemo(() => owned.slice(0, READ), [owned]);
  useWantedPeople(wanted);
  const { unreadable, failed } = usePeopleReading();
  const reading = wanted.some(
    ({ id, people }) => people === null && !unreadable.has(id) && !failed.has(id),
  );
  return (
    <div className={styles.screen}>
      <HomeHeader list={list} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <Matters
            list={list}
            matters={matters}
            reading={reading}
            partly={owned.length > READ ? READ : null}
          />
          <Strip list={list} />
        </div>
        <div className={styles.column}>
          <Favorites list={list} />
          <Recent list={list} />
        </div>
      </div>
    </div>
  );
}

const ownedOf = (groups: readonly GroupSummary[]): GroupSummary[] =>
  groups.filter((group) => group.owned).sort(byExpiry);
