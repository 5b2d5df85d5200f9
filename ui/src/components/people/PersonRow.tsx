/** Somebody with photo, name and what tells them from their namesakes; marks and buttons stand at the end. */
import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

import type { Person } from "@/ipc/bindings";
import { PersonAvatar } from "./PersonAvatar";
import { SelectAvatar, type AvatarSelection } from "./SelectAvatar";

const cut = { overflowX: "clip", textOverflow: "ellipsis", whiteSpace: "nowrap" } as const;

const useStyles = makeStyles({
  row: { display: "flex", alignItems: "center", gap: "12px", minWidth: 0, width: "100%" },
  words: { flex: "1 1 0", minWidth: "5rem" },
  name: { ...cut, lineHeight: "1.125rem", fontWeight: tokens.fontWeightSemibold },
  second: {
    ...cut,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  end: {
    display: "flex",
    flex: "0 1 auto",
    justifyContent: "flex-end",
    alignItems: "center",
    gap: "4px 8px",
    minWidth: 0,
  },
});

interface Props {
  person: Person;
  /** Stands behind the name, such as "(you)". */
  after?: string;
  /** Another second line than job title and address. */
  second?: ReactNode;
  size?: number;
  /** Makes the picture select the row. */
  selection?: AvatarSelection;
  /** At the end of the row. */
  children?: ReactNode;
}

export function PersonRow({ person, after, second, size, selection, children }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.row}>
      {selection ? (
        <SelectAvatar person={person} size={size} {...selection} />
      ) : (
        <PersonAvatar person={person} size={size} />
      )}
      <div className={styles.words}>
        <div className={styles.name} title={person.displayName}>
          <bdi>{person.displayName}</bdi>
          {after && ` ${after}`}
        </div>
        <div className={styles.second} title={person.address ?? undefined}>
          {second ?? <SecondLine person={person} />}
        </div>
      </div>
      {children && <div className={styles.end}>{children}</div>}
    </div>
  );
}

/** Job title and address, as far as they are known. */
function SecondLine({ person: { jobTitle, address } }: { person: Person }) {
  return (
    <>
      {jobTitle && <bdi>{jobTitle}</bdi>}
      {jobTitle && address && " · "}
      {address}
    </>
  );
}
