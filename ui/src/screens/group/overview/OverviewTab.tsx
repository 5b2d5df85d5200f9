/** What a group is at a glance: what needs doing, who is in it, what it holds, and what was done to it. */
import { makeStyles } from "@fluentui/react-components";

import { ActivityCard } from "./ActivityCard";
import { FactsCard } from "./FactsCard";
import { HealthCard } from "./HealthCard";
import { HoldingsCard } from "./HoldingsCard";
import { PeopleCard } from "./PeopleCard";

const useStyles = makeStyles({
  columns: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) minmax(16rem, 22rem)",
    alignItems: "start",
    gap: "16px",
    "@container group (max-width: 52rem)": { gridTemplateColumns: "minmax(0, 1fr)" },
  },
  column: { display: "grid", gap: "16px", minWidth: 0 },
});

export function OverviewTab() {
  const styles = useStyles();
  return (
    <div className={styles.columns}>
      <div className={styles.column}>
        <HealthCard />
        <ActivityCard />
      </div>
      <div className={styles.column}>
        <FactsCard />
        <PeopleCard />
        <HoldingsCard />
      </div>
    </div>
  );
}
