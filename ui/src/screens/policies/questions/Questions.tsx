/** What owners ask, answered from what the tenant decides: why a group was deleted, who may create one, why a name was refused. */
import { makeStyles } from "@fluentui/react-components";

import { NameQuestion } from "./NameQuestion";
import { DeletedQuestion } from "./DeletedQuestion";
import { CreateQuestion } from "./CreateQuestion";
import { GuestsQuestion } from "./GuestsQuestion";

const useStyles = makeStyles({
  pair: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(20rem, 100%), 1fr))",
    gap: "16px",
    alignItems: "stretch",
    "& > section": { display: "grid" },
  },
});

export function Questions() {
  const styles = useStyles();
  return (
    <>
      <DeletedQuestion />
      <NameQuestion />
      <div className={styles.pair}>
        <CreateQuestion />
        <GuestsQuestion />
      </div>
    </>
  );
}
