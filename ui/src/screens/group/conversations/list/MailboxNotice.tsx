/** Why there are no conversations at all: no mailbox, none yet, or none for this person. */
import { Button } from "@fluentui/react-components";
import { HourglassRegular, LockClosedRegular, MailDismissRegular } from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";

import { EmptyState } from "@/components/EmptyState";
import type { MailboxState } from "@/ipc/bindings";
import { links } from "@/lib/links";
import { useOpenGroup } from "../../openGroup";
import { useReadAnew } from "../../useReadAnew";

type Props = { mailbox: Exclude<MailboxState, { state: "ready" }>; onRetry: () => void };

export function MailboxNotice({ mailbox, onRetry }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { show } = useOpenGroup();
  const { readAnew, reading } = useReadAnew();
  const lookAgain = () => {
    readAnew();
    onRetry();
  };
  switch (mailbox.state) {
    case "beingMade":
      return (
        <EmptyState
          icon={<HourglassRegular />}
          title={t("conversations.mailbox.beingMade.title")}
          text={t("conversations.mailbox.beingMade.text")}
          actions={
            <Button disabledFocusable={reading} onClick={lookAgain}>
              {t("group.lookAgain")}
            </Button>
          }
        />
      );
    case "none":
      return (
        <EmptyState
          icon={<MailDismissRegular />}
          title={t("conversations.mailbox.none.title")}
          text={t("conversations.mailbox.none.text")}
        />
      );
    case "notPermitted": {
      const { permission } = mailbox;
      const which = permission ? "notPermitted" : "notInGroup";
      const go = () => (permission ? void navigate(links.settings) : show("members"));
      return (
        <EmptyState
          icon={<LockClosedRegular />}
          title={t(`conversations.mailbox.${which}.title`)}
          text={t(`conversations.mailbox.${which}.text`, { permission })}
          actions={
            <Button onClick={go}>
              {t(`conversations.mailbox.${permission ? "toPermissions" : "addMe"}`)}
            </Button>
          }
        />
      );
    }
  }
}
