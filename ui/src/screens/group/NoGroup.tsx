/** What stands where the group is not known: it is being read, it was not read, or it is not there. */
import { Button } from "@fluentui/react-components";
import { PeopleRegular } from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";

import { EmptyState } from "@/components/EmptyState";
import { commandErrorOf } from "@/components/errorWords";
import { ErrorPanel } from "@/components/ErrorPanel";
import { LoadingRows } from "@/components/LoadingRows";
import { PageHeader } from "@/components/PageHeader";
import { useShortcut } from "@/shortcuts/registry";
import { useBack } from "./useBack";

type Props = { error: unknown; onRetry: () => void };

export function NoGroup({ error, onRetry }: Props) {
  const { t } = useTranslation();
  const back = useBack();
  useShortcut("Escape", t("group.keys.back"), back);
  return (
    <>
      <PageHeader title={t("group.title")} />
      <Why error={error} onRetry={onRetry} onBack={back} />
    </>
  );
}

function Why({ error, onRetry, onBack }: Props & { onBack: () => void }) {
  const { t } = useTranslation();
  if (!error) return <LoadingRows rows={9} />;
  const away = <Button onClick={onBack}>{t("group.back")}</Button>;
  if (commandErrorOf(error).code === "notFound") {
    return (
      <EmptyState
        icon={<PeopleRegular />}
        title={t("group.gone.title")}
        text={t("group.gone.text")}
        actions={away}
      />
    );
  }
  return <ErrorPanel error={error} title={t("group.failed")} onRetry={onRetry} actions={away} />;
}
