/**
 * The conversations of a group: at the left the list, at the right what is open. Where there is little room, one
 * stands in the place of the other.
 */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";

import { useOpenGroup } from "../openGroup";
import "./words";
import { DeskProvider, useNewDesk } from "./desk";
import { List } from "./list/List";
import { MailboxNotice } from "./list/MailboxNotice";
import { useConversations } from "./list/useConversations";
import { Reading } from "./reading/Reading";

const NARROW = "@container group (max-width: 44rem)";

const useStyles = makeStyles({
  /** To the edges of the tab: both panes scroll by themselves. */
  panes: {
    flex: "1 1 0",
    display: "flex",
    minHeight: "20rem",
    margin: "-16px -28px -28px",
    [NARROW]: { margin: "-12px -16px -20px" },
  },
  list: {
    flex: "none",
    display: "flex",
    flexDirection: "column",
    width: "clamp(17rem, 34%, 23rem)",
    minHeight: 0,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    [NARROW]: { width: "100%", borderRightStyle: "none" },
  },
  reading: {
    flex: 1,
    display: "flex",
    flexDirection: "column",
    minWidth: 0,
    minHeight: 0,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  behind: { [NARROW]: { display: "none" } },
});

export default function ConversationsTab() {
  const styles = useStyles();
  const { t } = useTranslation();
  const { groupId, onEscape } = useOpenGroup();
  const desk = useNewDesk();
  const listed = useConversations(groupId);
  const { opened, close } = desk;
  useEffect(() => {
    onEscape(() => {
      if (!opened) return false;
      close();
      return true;
    });
    return () => onEscape(null);
  }, [onEscape, opened, close]);
  const { mailbox } = listed;
  if (mailbox && mailbox.state !== "ready")
    return <MailboxNotice mailbox={mailbox} onRetry={listed.readAnew} />;
  return (
    <DeskProvider value={desk}>
      <div className={styles.panes}>
        <section
          aria-label={t("conversations.list")}
          className={mergeClasses(styles.list, opened !== null && styles.behind)}
        >
          <List listed={listed} />
        </section>
        <section
          aria-label={t("conversations.read.label")}
          className={mergeClasses(styles.reading, !opened && styles.behind)}
        >
          <Reading empty={listed.head !== undefined && listed.conversations.length === 0} />
        </section>
      </div>
    </DeskProvider>
  );
}
