/** One subject of a group's settings. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useId, type ReactNode } from "react";

import { Card } from "@/components/Card";
import type { GroupDetails } from "@/ipc/bindings";
import { tenure } from "@/theme/colors";
import type { Property } from "./draft";
import type { DraftOf } from "./useDraft";

const useStyles = makeStyles({
  card: { display: "grid", gap: "14px", padding: "16px 20px 20px", minWidth: 0 },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  danger: { borderLeft: `3px solid ${tenure.tenureRedBar}` },
});

/** What every part of the form is given. */
export interface PartProps {
  draft: DraftOf;
  details: GroupDetails;
  /** Whether nothing of it can be changed. */
  fixed: boolean;
  /** Why a property was not saved. */
  problems: ReadonlyMap<Property, string>;
}

type Props = { title: string; danger?: boolean; children: ReactNode };

export function Part({ title, danger, children }: Props) {
  const styles = useStyles();
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <Card className={mergeClasses(styles.card, danger && styles.danger)}>
        <h2 id={heading} className={styles.heading}>
          {title}
        </h2>
        {children}
      </Card>
    </section>
  );
}
