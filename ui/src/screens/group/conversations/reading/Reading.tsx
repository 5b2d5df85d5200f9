/** What is open at the right. */
import { makeStyles } from "@fluentui/react-components";
import { MailReadRegular } from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";

import { EmptyState } from "@/components/EmptyState";
import { useDesk } from "../desk";
import { NewConversation } from "../writing/NewConversation";
import { ConversationView } from "./ConversationView";

const useStyles = makeStyles({ nothing: { margin: "auto" } });

/** `empty`: there is nothing to choose from. */
export function Reading({ empty }: { empty: boolean }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { opened } = useDesk();
  switch (opened?.kind) {
    case "conversation":
      return <ConversationView key={opened.id} conversationId={opened.id} />;
    case "draft":
      return <NewConversation key={opened.id} draftId={opened.id} />;
    default:
      if (empty) return null;
      return (
        <div className={styles.nothing}>
          <EmptyState
            icon={<MailReadRegular />}
            title={t("conversations.choose.title")}
            text={t("conversations.choose.text")}
          />
        </div>
      );
  }
}
