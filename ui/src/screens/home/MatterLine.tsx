/** How one matter stands: what it is in figures, what follows from it, and the one step that deals with it. */
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";

import { tenure } from "@/theme/colors";

const useStyles = makeStyles({
  row: {
    display: "flex",
    alignItems: "center",
    flexWrap: "wrap",
    gap: "8px 14px",
    padding: "14px 16px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ":first-child": { borderTop: "none" },
  },
  tile: {
    flex: "none",
    display: "grid",
    placeItems: "center",
    width: "36px",
    height: "36px",
    borderRadius: "8px",
    fontSize: "20px",
    outline: "1px solid transparent",
  },
  red: { color: tenure.tenureRed, backgroundColor: tenure.tenureRedSoft },
  amber: { color: tenure.tenureAmber, backgroundColor: tenure.tenureAmberSoft },
  brand: { color: tokens.colorBrandForeground1, backgroundColor: tenure.tenureSelected },
  words: { flex: "1 1 16rem", minWidth: 0 },
  button: { minWidth: "6rem" },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
});

export interface MatterLineProps {
  icon: ReactElement;
  tone: "red" | "amber" | "brand";
  title: string;
  text: string;
  /** What the button says. */
  verb: string;
  /** The matter that comes first has the screen's one filled button. */
  first: boolean;
  busy?: boolean;
  onStep: () => void;
  children?: ReactNode;
}

export function MatterLine(props: MatterLineProps) {
  const styles = useStyles();
  return (
    <li className={styles.row}>
      <span aria-hidden className={mergeClasses(styles.tile, styles[props.tone])}>
        {props.icon}
      </span>
      <div className={styles.words}>
        <h2 className={styles.title}>{props.title}</h2>
        <p className={styles.text}>{props.text}</p>
        {props.children}
      </div>
      <Button
        className={styles.button}
        appearance={props.first ? "primary" : "secondary"}
        disabledFocusable={props.busy}
        onClick={props.onStep}
      >
        {props.verb}
      </Button>
    </li>
  );
}
