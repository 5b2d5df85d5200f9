/** The place of a group that is still being read. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { VisuallyHidden } from "@/components/VisuallyHidden";
import { tenure } from "@/theme/colors";
import { useColumnStyles } from "./columns";
import { placeOf } from "./GroupRow";

const useStyles = makeStyles({
  row: { width: "100%", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  name: { gridColumn: "3", display: "flex", alignItems: "center", gap: "0.625rem" },
  avatar: {
    width: "28px",
    height: "28px",
    borderRadius: "6px",
    backgroundColor: tenure.tenureSkeleton,
  },
  bar: {
    width: "45%",
    height: "12px",
    borderRadius: "4px",
    backgroundColor: tenure.tenureSkeleton,
  },
});

type Props = { index: number; height: number; top: number };

export function PendingRow({ index, height, top }: Props) {
  const styles = useStyles();
  const { line } = useColumnStyles();
  const { t } = useTranslation();
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-busy
      className={mergeClasses(line, styles.row)}
      style={placeOf(height, top)}
    >
      <div role="gridcell" className={styles.name}>
        <VisuallyHidden>{t("common.loading")}</VisuallyHidden>
        <span className={styles.avatar} />
        <span className={styles.bar} />
      </div>
    </div>
  );
}
