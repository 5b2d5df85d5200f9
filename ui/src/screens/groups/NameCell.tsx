/** A group's name with what tells it from its namesakes: alias and description. */
import { makeStyles, tokens } from "@fluentui/react-components";

import { GroupAvatar } from "@/components/GroupAvatar";
import type { GroupSummary } from "@/ipc/bindings";

const cut = { overflowX: "clip", textOverflow: "ellipsis", whiteSpace: "nowrap" } as const;

const useStyles = makeStyles({
  root: { display: "flex", alignItems: "center", gap: "0.625rem", minWidth: 0, width: "100%" },
  words: { minWidth: 0, flex: 1 },
  name: {
    ...cut,
    fontSize: tokens.fontSizeBase300,
    lineHeight: "1.125rem",
    fontWeight: tokens.fontWeightSemibold,
  },
  second: {
    ...cut,
    fontSize: tokens.fontSizeBase200,
    lineHeight: "1rem",
    color: tokens.colorNeutralForeground3,
  },
});

export function NameCell({ group }: { group: GroupSummary }) {
  const styles = useStyles();
  const { displayName, mailNickname, description } = group;
  return (
    <div className={styles.root}>
      <GroupAvatar group={group} />
      <div className={styles.words}>
        <div dir="auto" className={styles.name} title={displayName}>
          {displayName}
        </div>
        <div className={styles.second}>
          {mailNickname}
          {description && (
            <>
              {" · "}
              <bdi>{description}</bdi>
            </>
          )}
        </div>
      </div>
    </div>
  );
}
