/** Where the columns of the Groups table stand. On a narrow table the less urgent ones give way. */
import { makeStyles } from "@fluentui/react-components";

const hidden = { display: "none" };

/** In rem, so that columns grow with the person's text. */
export const useColumnStyles = makeStyles({
  container: { containerType: "inline-size", containerName: "groups" },
  line: {
    display: "grid",
    alignItems: "center",
    columnGap: "0.75rem",
    paddingLeft: "0.75rem",
    paddingRight: "1.25rem",
    gridTemplateColumns: "2rem minmax(0, 1fr) 8.75rem 6.75rem 4.75rem 11rem 8rem",
    "@container groups (max-width: 62rem)": {
      gridTemplateColumns: "2rem minmax(0, 1fr) 8.75rem 6.75rem 4.75rem 11rem",
    },
    "@container groups (max-width: 50rem)": {
      gridTemplateColumns: "2rem minmax(0, 1fr) 6.75rem 4.75rem 11rem",
    },
    "@container groups (max-width: 40rem)": {
      gridTemplateColumns: "2rem minmax(0, 1fr) 6.75rem 10.5rem",
    },
    "@container groups (max-width: 32rem)": {
      gridTemplateColumns: "2rem minmax(0, 1fr) 7rem",
    },
  },
  star: {},
  name: {},
  expires: {},
  kind: { "@container groups (max-width: 62rem)": hidden },
  visibility: { "@container groups (max-width: 50rem)": hidden },
  members: { "@container groups (max-width: 40rem)": hidden },
  owners: { "@container groups (max-width: 32rem)": hidden },
});
