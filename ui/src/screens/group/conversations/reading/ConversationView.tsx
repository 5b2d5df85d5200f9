/** An open conversation: its head, and below it threads with their posts. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Button } from "@fluentui/react-components";
import { MailDismissRegular } from "@fluentui/react-icons";

import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { commandErrorOf } from "@/components/errorWords";
import { LoadingRows } from "@/components/LoadingRows";
import type { ConversationThreads } from "@/ipc/bindings";
import { conversationQuery } from "@/ipc/queries";
import { useOpenGroup } from "../../openGroup";
import { useDesk } from "../desk";
import { ConversationHead } from "./ConversationHead";
import { Posts } from "./Posts";
import { ReadingKeys } from "./ReadingKeys";
import { useAnswer } from "./useAnswer";
import { useExpanded } from "./useExpanded";

export function ConversationView({ conversationId }: { conversationId: string }) {
  const { groupId } = useOpenGroup();
  const { data, error, refetch } = useQuery(conversationQuery(groupId, conversationId));
  if (data) return <Read read={data} />;
  if (!error) return <LoadingRows rows={5} height={64} />;
  return <NotRead error={error} onRetry={() => void refetch()} />;
}

function NotRead({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation();
  const { close } = useDesk();
  if (commandErrorOf(error).code !== "notFound") {
    return (
      <div style={{ padding: 16 }}>
        <ErrorPanel error={error} title={t("conversations.read.failed")} onRetry={onRetry} />
      </div>
    );
  }
  return (
    <EmptyState
      icon={<MailDismissRegular />}
      title={t("conversations.read.gone")}
      text={t("conversations.read.goneText")}
      actions={<Button onClick={close}>{t("conversations.read.back")}</Button>}
    />
  );
}

function Read({ read }: { read: ConversationThreads }) {
  const answering = useAnswer(read.conversation.id);
  const expanded = useExpanded(read.threads);
  return (
    <>
      <ConversationHead read={read} expanded={expanded} />
      <Posts read={read} answering={answering} expanded={expanded} />
      <ReadingKeys read={read} answering={answering} expanded={expanded} />
    </>
  );
}
