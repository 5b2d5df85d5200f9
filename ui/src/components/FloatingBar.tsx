/** The bar for what is selected: it floats above the bottom edge of a list, beside the tray of jobs. */
import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

import { tenure } from "@/theme/colors";

const useStyles = makeStyles({
  place: {
    position: "absolute",
    zIndex: 3,
    left: "calc(12px + var(--tray-width, 0px))",
    right: "12px",
    bottom: "16px",
    display: "flex",
    justifyContent: "center",
    // What lies beside the bar can be clicked.
    pointerEvents: "none",
    containerType: "inline-size",
    containerName: "bulk",
  },
  bar: {
    pointerEvents: "auto",
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "8px",
    padding: "8px 8px 8px 16px",
    borderRadius: "8px",
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    boxShadow: tenure.tenureShadowFloat,
    animationName: {
      from: { opacity: 0, transform: "translateY(8px)" },
      to: { opacity: 1, transform: "none" },
    },
    animationDuration: "150ms",
    animationTimingFunction: "ease-out",
  },
});

export function FloatingBar({ label, children }: { label: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.place}>
      <div role="toolbar" aria-label={label} className={styles.bar}>
        {children}
      </div>
    </div>
  );
}
