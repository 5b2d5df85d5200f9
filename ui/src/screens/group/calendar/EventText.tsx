/** The text of an event: strangers' HTML, so its words alone are shown. */
import { makeStyles, tokens } from "@fluentui/react-components";

import type { EventDetails } from "@/ipc/bindings";
import { textOf } from "./bodyText";

const useStyles = makeStyles({
  text: {
    padding: "10px 0 0",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
    userSelect: "text",
  },
});

export function EventText({ details }: { details: EventDetails }) {
  const styles = useStyles();
  const text = textOf(details.editable);
  return text === "" ? null : (
    <div className={styles.text}>
      <bdi>{text}</bdi>
    </div>
  );
}
