/** The text of an event: strangers' HTML, so it is shown in a frame in which nothing runs and nothing is loaded. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { UntrustedFrame } from "@/components/UntrustedFrame";
import { textOf } from "@/components/writing/bodyText";
import type { EventDetails } from "@/ipc/bindings";

const useStyles = makeStyles({
  text: { padding: "10px 0 0", borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
});

export function EventText({ details }: { details: EventDetails }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { html, ownColors } = details;
  const isEmpty = textOf(html) === "" && !html.includes("<img");
  return isEmpty ? null : (
    <div className={styles.text}>
      <UntrustedFrame html={html} title={t("calendar.details.text")} ownColors={ownColors} />
    </div>
  );
}
