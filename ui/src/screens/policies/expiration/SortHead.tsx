/** A column's head that sorts by it; a second time the other way round. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { ArrowDownRegular, ArrowUpRegular } from "@fluentui/react-icons";

const useStyles = makeStyles({
  button: {
    display: "inline-flex",
    alignItems: "center",
    gap: "4px",
    padding: 0,
    border: "none",
    background: "none",
    color: "inherit",
    font: "inherit",
    cursor: "pointer",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "2px" },
  },
});

interface Props {
  name: string;
  /** Whether it is sorted with the largest first; `null` when by something else. */
  sorted: boolean | null;
  onSort: () => void;
}

export function SortHead({ name, sorted, onSort }: Props) {
  const styles = useStyles();
  return (
    <button type="button" className={styles.button} onClick={onSort}>
      {name}
      {sorted !== null &&
        (sorted ? <ArrowDownRegular aria-hidden /> : <ArrowUpRegular aria-hidden />)}
    </button>
  );
}
