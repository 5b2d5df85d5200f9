/** Nobody wrote yet. */
import { Button } from "@fluentui/react-components";
import { ChatRegular } from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";

import { EmptyState } from "@/components/EmptyState";
import { useDesk } from "../desk";

export function EmptyList() {
  const { t } = useTranslation();
  const { write } = useDesk();
  return (
    <EmptyState
      icon={<ChatRegular />}
      title={t("conversations.empty.title")}
      text={t("conversations.empty.text")}
      actions={<Button onClick={write}>{t("conversations.new")}</Button>}
    />
  );
}
