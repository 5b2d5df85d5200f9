/** What stands in the table where there is no row, and why. */
import { Button } from "@fluentui/react-components";
import { PeopleRegular, SearchRegular } from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";

import { EmptyState } from "@/components/EmptyState";

export function EmptyGroups() {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={<PeopleRegular />}
      title={t("groups.empty.title")}
      text={t("groups.empty.text")}
    />
  );
}

export function NoMatch({ searched, onClear }: { searched: boolean; onClear: () => void }) {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={<SearchRegular />}
      title={t("groups.empty.matchTitle")}
      text={t(searched ? "groups.empty.matchText" : "groups.empty.filterText")}
      actions={<Button onClick={onClear}>{t("groups.empty.clear")}</Button>}
    />
  );
}
