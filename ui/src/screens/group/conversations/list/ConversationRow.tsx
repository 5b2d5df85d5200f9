/** A conversation in the list. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { AttachRegular } from "@fluentui/react-icons";
import { memo } from "react";
import { useTranslation } from "react-i18next";

import type { Conversation } from "@/ipc/bindings";
import { formatAsOf, formatDate } from "@/lib/dates";
import { ListRow, type RowPlace } from "./ListRow";

const useStyles = makeStyles({
  none: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  attached: { display: "grid", flex: "none", color: tokens.colorNeutralForeground3 },
});

interface Props extends RowPlace {
  conversation: Conversation;
  now: string;
}

/** Rows that stay as they are, are not drawn anew while one scrolls; what opens them does not change. */
export const ConversationRow = memo(View, (before, after) => {
  const names = Object.keys(after) as (keyof Props)[];
  return names.every((name) => name === "onOpen" || before[name] === after[name]);
});

function View({ conversation, now, ...place }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { topic, senders, preview, hasAttachments, lastDelivered } = conversation;
  return (
    <ListRow
      {...place}
      who={<bdi title={senders.join(", ")}>{senders.join(", ")}</bdi>}
      when={
        <time dateTime={lastDelivered} title={formatDate(lastDelivered, "moment")}>
          {formatAsOf(lastDelivered, now)}
        </time>
      }
      topic={topic || <span className={styles.none}>{t("conversations.noTopic")}</span>}
      mark={
        hasAttachments && (
          <span role="img" aria-label={t("conversations.attachments")} className={styles.attached}>
            <AttachRegular aria-hidden />
          </span>
        )
      }
      preview={preview}
    />
  );
}
