/** Where the columns of the Groups table stand. On a narrow table the less urgent ones give way. */
import { makeStyles } from "@fluentui/react-components";

const hidden = { display: "none" };

/** In rem, so that columns grow with the person's text. */
export const useColumnStyles = makeStyles({
  container: { containerType: "inline-size", containerName: "groups" },
  line: {
    display: "grid",
    alignItems: "center",
    columnGap: "1rem",
    paddingLeft: "0.75rem",
    paddingRight: "1.25rem",
    gridTemplateColumns: "2rem minmax(0, 1fr) 8.5rem 6.5rem 4.5rem 11.5rem 8rem",
    // The ranges do not overlap: which of two rules would win is not defined.
    "@container groups (min-width: 50.01rem) and (max-width: 66rem)": {
      gridTemplateColumns: "2rem minmax(0, 1fr) 8.5rem 6.5rem 4.5rem 11.5rem",
    },
    "@container groups (min-width: 40.01rem) and (max-width: 50rem)": {
      gridTemplateColumns: "2rem minmax(0, 1fr) 6.5rem 4.5rem 11.5rem",
    },
    "@container groups (min-width: 33.01rem) and (max-width: 40rem)": {
      gridTemplateColumns: "2rem minmax(0, 1fr) 6.5rem 11rem",
    },
    "@container groups (max-width: 33rem)": {
      gridTemplateColumns: "2rem minmax(0, 1fr) auto",
      columnGap: "0.5rem",
    },
  },
  star: {},
  name: {},
  expires: {},
  kind: { "@container groups (max-width: 66rem)": hidden },
  visibility: { "@container groups (max-width: 50rem)": hidden },
  members: { "@container groups (max-width: 40rem)": hidden },
  owners: { "@container groups (max-width: 33rem)": hidden },
});
