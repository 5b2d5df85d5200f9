/** Something that is being written, or on its way. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { AttachRegular } from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";

import { Mark, type Tone } from "@/components/people/Mark";
import type { Conversation, Draft, DraftState } from "@/ipc/bindings";
import { formatAsOf } from "@/lib/dates";
import { useOpenGroup } from "../../openGroup";
import { ListRow, type RowPlace } from "./ListRow";
import { previewOf } from "./rows";

const useStyles = makeStyles({
  state: { display: "flex" },
  attached: { display: "grid", flex: "none", color: tokens.colorNeutralForeground3 },
});

const tones: Record<DraftState["state"], Tone> = {
  writing: "neutral",
  sending: "brand",
  beingDelivered: "brand",
  unknown: "amber",
  failed: "red",
};

interface Props extends RowPlace {
  draft: Draft;
  /** Those that are listed, for the topics of what is answered. */
  conversations: readonly Conversation[];
}

export function DraftRow({ draft, conversations, ...place }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { now } = useOpenGroup();
  const { purpose, state, words, attachments, changed } = draft;
  const answered =
    purpose.kind !== "new" && conversations.find(({ id }) => id === purpose.conversationId);
  const topic = answered
    ? answered.topic || t("conversations.noTopic")
    : purpose.kind === "new"
      ? words.topic || t("conversations.draft.untitled")
      : t("conversations.draft.thisTopic");
  return (
    <ListRow
      {...place}
      who={
        <span className={styles.state}>
          <Mark tone={tones[state.state]}>{t(`conversations.draft.state.${state.state}`)}</Mark>
        </span>
      }
      when={formatAsOf(changed, now)}
      topic={t(`conversations.draft.of.${purpose.kind}`, { topic })}
      mark={
        attachments.length > 0 && (
          <span role="img" aria-label={t("conversations.attachments")} className={styles.attached}>
            <AttachRegular aria-hidden />
          </span>
        )
      }
      preview={previewOf(draft) || t("conversations.draft.nothing")}
    />
  );
}
