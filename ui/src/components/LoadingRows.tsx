/** Grey rows where a list will stand. They come after 150 ms, so that a fast answer does not flicker. */
import { makeStyles } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { tenure } from "@/theme/colors";
import { VisuallyHidden } from "./VisuallyHidden";

const useStyles = makeStyles({
  rows: {
    display: "grid",
    gap: "0",
    animationName: { from: { opacity: 0 }, to: { opacity: 1 } },
    animationDuration: "150ms",
    animationDelay: "150ms",
    animationFillMode: "backwards",
  },
  row: { display: "flex", alignItems: "center", gap: "12px", padding: "0 16px" },
  avatar: {
    width: "28px",
    height: "28px",
    borderRadius: "6px",
    backgroundColor: tenure.tenureSkeleton,
  },
  bar: { height: "12px", borderRadius: "4px", backgroundColor: tenure.tenureSkeleton },
});

const WIDTHS = [52, 38, 61, 45, 33, 56, 41];

export function LoadingRows({ rows = 7, height = 48 }: { rows?: number; height?: number }) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <div role="status" aria-busy="true" className={styles.rows}>
      <VisuallyHidden>{t("common.loading")}</VisuallyHidden>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} aria-hidden className={styles.row} style={{ height }}>
          <div className={styles.avatar} />
          <div className={styles.bar} style={{ width: `${WIDTHS[index % WIDTHS.length]}%` }} />
        </div>
      ))}
    </div>
  );
}
