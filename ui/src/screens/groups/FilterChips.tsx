/** Filters that can be switched on together, each with how many groups it lets through by itself. */
import { makeStyles } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { FilterChip } from "@/components/FilterChip";
import { FILTERS, type Filter } from "./filters";

const useStyles = makeStyles({ chips: { display: "flex", flexWrap: "wrap", gap: "6px" } });

interface Props {
  on: ReadonlySet<Filter>;
  counts: Record<Filter, number>;
  onToggle: (filter: Filter) => void;
}

export function FilterChips({ on, counts, onToggle }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <div role="group" aria-label={t("groups.filters")} className={styles.chips}>
      {FILTERS.map((filter) => (
        <FilterChip
          key={filter}
          name={t(`groups.filter.${filter}`)}
          count={counts[filter]}
          on={on.has(filter)}
          onToggle={() => onToggle(filter)}
        />
      ))}
    </div>
  );
}
