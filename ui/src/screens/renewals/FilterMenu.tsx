/** Narrows the queue to a lane, to favorites, to groups without an owner, and says by what it is grouped. */
import {
  Button,
  makeStyles,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemCheckbox,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  mergeClasses,
  tokens,
} from "@fluentui/react-components";
import { FilterFilled, FilterRegular } from "@fluentui/react-icons";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";

import { LANES, type Lane } from "@/lib/expiry";
import { tenure } from "@/theme/colors";
import type { Filter } from "./filters";
import { GROUPINGS } from "./lanes";
import type { Desk } from "./useDesk";

const ALL = "all";

const useStyles = makeStyles({
  button: { flex: "none" },
  on: {
    color: tokens.colorBrandForeground1,
    backgroundColor: tenure.tenureSelected,
  },
});

export function FilterMenu({ desk }: { desk: Desk }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { filter, narrow, grouping } = desk;
  const on = namesOf(t, filter);
  const label =
    on.length > 0
      ? t("renewals.filter.labelOn", { names: on.join(", ") })
      : t("renewals.filter.label");
  return (
    <Menu
      checkedValues={{ ...checkedIn(filter), grouping: [grouping] }}
      onCheckedValueChange={(_, { name, checkedItems }) => {
        if (name !== "grouping") narrow(changeOf(name, checkedItems));
        else desk.groupBy(GROUPINGS.find((each) => checkedItems.includes(each)) ?? "lane");
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          size="small"
          appearance="subtle"
          aria-label={label}
          title={label}
          className={mergeClasses(styles.button, on.length > 0 && styles.on)}
          icon={on.length > 0 ? <FilterFilled /> : <FilterRegular />}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuGroup>
            <MenuGroupHeader>{t("renewals.grouping.label")}</MenuGroupHeader>
            {GROUPINGS.map((each) => (
              <MenuItemRadio key={each} name="grouping" value={each}>
                {t(`renewals.grouping.${each}`)}
              </MenuItemRadio>
            ))}
          </MenuGroup>
          <MenuDivider />
          {[ALL, ...LANES].map((lane) => (
            <MenuItemRadio key={lane} name="lane" value={lane}>
              {lane === ALL ? t("renewals.filter.all") : t(`renewals.lane.${lane as Lane}`)}
            </MenuItemRadio>
          ))}
          <MenuDivider />
          <MenuItemCheckbox name="also" value="favorites">
            {t("renewals.filter.favorites")}
          </MenuItemCheckbox>
          <MenuItemCheckbox name="also" value="noOwner">
            {t("renewals.filter.noOwner")}
          </MenuItemCheckbox>
          <MenuDivider />
          <MenuItem disabled={on.length === 0} onClick={desk.clear}>
            {t("renewals.empty.clear")}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** The filters that are on, by name. */
export function namesOf(t: TFunction, { lane, favorites, noOwner }: Filter): string[] {
  const names = lane === null ? [] : [t(`renewals.lane.${lane}`)];
  if (favorites) names.push(t("renewals.filter.favorites"));
  if (noOwner) names.push(t("renewals.filter.noOwner"));
  return names;
}

const checkedIn = ({ lane, favorites, noOwner }: Filter) => ({
  lane: [lane ?? ALL],
  also: [...(favorites ? ["favorites"] : []), ...(noOwner ? ["noOwner"] : [])],
});

function changeOf(name: string, checked: string[]): Partial<Filter> {
  if (name === "lane") return { lane: LANES.find((lane) => checked.includes(lane)) ?? null };
  return { favorites: checked.includes("favorites"), noOwner: checked.includes("noOwner") };
}
