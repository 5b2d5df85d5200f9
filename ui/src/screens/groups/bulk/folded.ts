/** Buttons of the bar where it is narrow: the icon says it, and the name is said to screen readers. */
import { makeStyles } from "@fluentui/react-components";

export const useFoldedStyles = makeStyles({
  word: {
    "@container bulk (max-width: 60rem)": {
      position: "absolute",
      width: "1px",
      height: "1px",
      overflow: "hidden",
      clipPath: "inset(50%)",
    },
  },
  button: {
    "@container bulk (max-width: 60rem)": {
      minWidth: "32px",
      padding: "5px 8px",
      "& .fui-Button__icon": { marginRight: 0 },
    },
  },
});
