/** A filter that can be switched on together with others, with how many things it lets through by itself. */
import { makeStyles, mergeClasses, ToggleButton, tokens } from "@fluentui/react-components";
import { CheckmarkRegular } from "@fluentui/react-icons";

import { formatNumber } from "@/lib/dates";
import { tenure } from "@/theme/colors";

const useStyles = makeStyles({
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
  name: string;
  count: number;
  on: boolean;
  onToggle: () => void;
}

export function FilterChip({ name, count, on, onToggle }: Props) {
  const styles = useStyles();
  return (
    <ToggleButton
      size="small"
      shape="circular"
      checked={on}
      className={mergeClasses(styles.chip, on && styles.on, !on && count === 0 && styles.none)}
      onClick={onToggle}
    >
      {on && <CheckmarkRegular aria-hidden />}
      {name}
      <span className={mergeClasses(styles.count, on && styles.countOn)}>
        {formatNumber(count)}
      </span>
    </ToggleButton>
  );
}
