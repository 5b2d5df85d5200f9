/** Where a conversation has several threads: which one begins here, who takes part, and what can be done about it. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { Mark } from "@/components/people/Mark";
import type { ConversationThreads, Thread } from "@/ipc/bindings";
import { ThreadMenu } from "./ConversationMenu";
import { namesOf } from "./names";

const useStyles = makeStyles({
  heading: {
    display: "flex",
    alignItems: "center",
    gap: "8px",
    padding: "8px 14px 8px 20px",
    backgroundColor: tokens.colorNeutralBackground2,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  title: { margin: 0, font: "inherit", fontWeight: tokens.fontWeightSemibold },
  who: { flex: 1, minWidth: 0, overflowX: "clip", textOverflow: "ellipsis", whiteSpace: "nowrap" },
});

interface Props {
  read: ConversationThreads;
  thread: Thread;
  number: number;
}

export function ThreadHeading({ read, thread, number }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const people = [...thread.to, ...thread.cc];
  return (
    <div className={styles.heading}>
      <h3 className={styles.title}>
        {t("conversations.read.thread", { number, count: read.threads.length })}
      </h3>
      <span className={styles.who}>
        {people.length > 0 && t("conversations.read.with", { names: namesOf(t, people) })}
      </span>
      {thread.locked && <Mark>{t("conversations.read.locked")}</Mark>}
      <ThreadMenu read={read} thread={thread} />
    </div>
  );
}
