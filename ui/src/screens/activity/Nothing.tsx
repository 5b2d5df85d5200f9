/** Nothing on the record: because nothing was done, or because nothing matches. */
import { Button } from "@fluentui/react-components";
import { PulseRegular, SearchRegular } from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";

import { Card } from "@/components/Card";
import { EmptyState } from "@/components/EmptyState";

interface Props {
  searched: string;
  ofGroup: boolean;
  onClear: () => void;
}

export function Nothing({ searched, ofGroup, onClear }: Props) {
  const { t } = useTranslation();
  const clear = <Button onClick={onClear}>{t("activity.empty.clear")}</Button>;
  return (
    <Card>
      {searched !== "" ? (
        <EmptyState
          icon={<SearchRegular />}
          title={t("activity.empty.match")}
          text={t("activity.empty.matchText", { text: searched })}
          actions={clear}
        />
      ) : (
        <EmptyState
          icon={<PulseRegular />}
          title={t(ofGroup ? "activity.empty.group" : "activity.empty.title")}
          text={t("activity.empty.text")}
          actions={ofGroup && clear}
        />
      )}
    </Card>
  );
}
