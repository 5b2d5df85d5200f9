/** How many of the person's groups are shown, and the way back to all of them. */
import { Button } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { formatNumber } from "@/lib/dates";

interface Props {
  shown: number;
  total: number;
  narrowed: boolean;
  onClear: () => void;
}

export function ShownFigures({ shown, total, narrowed, onClear }: Props) {
  const { t } = useTranslation();
  const figures = { count: total, total: formatNumber(total), shown: formatNumber(shown) };
  return (
    <span role="status">
      {narrowed && t("groups.shown", figures)}
      {narrowed && (
        <Button size="small" appearance="transparent" onClick={onClear}>
          {t("groups.clearFilters")}
        </Button>
      )}
    </span>
  );
}
