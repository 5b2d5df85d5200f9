/** What is open at the right. */
import { MailReadRegular } from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";

import { EmptyState } from "@/components/EmptyState";
import { useDesk } from "../desk";
import { NewConversation } from "../writing/NewConversation";
import { ConversationView } from "./ConversationView";

export function Reading() {
  const { t } = useTranslation();
  const { opened } = useDesk();
  switch (opened?.kind) {
    case "conversation":
      return <ConversationView key={opened.id} conversationId={opened.id} />;
    case "draft":
      return <NewConversation key={opened.id} draftId={opened.id} />;
    default:
      return (
        <EmptyState
          icon={<MailReadRegular />}
          title={t("conversations.choose.title")}
          text={t("conversations.choose.text")}
        />
      );
  }
}
