/** The columns of the queue: the name, and the time axis or the dates. One place, so that head and rows agree. */
import { makeStyles } from "@fluentui/react-components";

export const useColumnStyles = makeStyles({
  line: {
    display: "grid",
    gridTemplateColumns: "minmax(11rem, min(15.75rem, 42%)) minmax(0, 1fr)",
    alignItems: "stretch",
  },
  dates: {
    display: "grid",
    gridTemplateColumns: "repeat(4, minmax(0, 1fr))",
    alignItems: "center",
    columnGap: "12px",
    paddingRight: "20px",
  },
});
