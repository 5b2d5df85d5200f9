/** Filters that can be switched on together, each with how many groups it lets through by itself. */
import { makeStyles, mergeClasses, tokens, ToggleButton } from "@fluentui/react-components";
import { CheckmarkRegular } from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";

import { formatNumber } from "@/lib/dates";
import { tenure } from "@/theme/colors";
import { FILTERS, type Filter } from "./filters";

const useStyles = makeStyles({
  chips: { display: "flex", flexWrap: "wrap", gap: "6px" },
  chip: {
    minWidth: 0,
    minHeight: "1.75rem",
    padding: "0 0.625rem",
    gap: "5px",
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    whiteSpace: "nowrap",
  },
  on: {
    color: tokens.colorBrandForeground1,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tenure.tenureSelected,
    borderTopColor: tenure.tenureBrandLine,
    borderRightColor: tenure.tenureBrandLine,
    borderBottomColor: tenure.tenureBrandLine,
    borderLeftColor: tenure.tenureBrandLine,
    "& svg": { fontSize: "12px" },
  },
  none: { color: tokens.colorNeutralForeground3 },
  count: { fontVariantNumeric: "tabular-nums", color: tokens.colorNeutralForeground3 },
  countOn: { color: "inherit" },
});

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
      {FILTERS.map((filter) => {
        const checked = on.has(filter);
        const count = counts[filter];
        return (
          <ToggleButton
            key={filter}
            size="small"
            shape="circular"
            checked={checked}
            className={mergeClasses(
              styles.chip,
              checked && styles.on,
              !checked && count === 0 && styles.none,
            )}
            onClick={() => onToggle(filter)}
          >
            {checked && <CheckmarkRegular aria-hidden />}
            {t(`groups.filter.${filter}`)}
            <span className={mergeClasses(styles.count, checked && styles.countOn)}>
              {formatNumber(count)}
            </span>
          </ToggleButton>
        );
      })}
    </div>
  );
}
