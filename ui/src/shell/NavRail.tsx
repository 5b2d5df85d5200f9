/** The rail: one place a screen, the number of groups that need a decision, the account at its foot. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import {
  DeleteFilled,
  DeleteRegular,
  HistoryFilled,
  HistoryRegular,
  HomeFilled,
  HomeRegular,
  PeopleFilled,
  PeopleRegular,
  PulseFilled,
  PulseRegular,
  SettingsFilled,
  SettingsRegular,
  ShieldCheckmarkFilled,
  ShieldCheckmarkRegular,
} from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import type { ReactElement, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { NavLink } from "react-router";

import { VisuallyHidden } from "@/components/VisuallyHidden";
import type { GroupList } from "@/ipc/bindings";
import { groupsQuery } from "@/ipc/queries";
import { needsDecision } from "@/lib/expiry";
import { links } from "@/lib/links";
import { tenure } from "@/theme/colors";
import { AccountMenu } from "./AccountMenu";

const useStyles = makeStyles({
  rail: {
    display: "flex",
    flexDirection: "column",
    gap: "4px",
    width: "4.75rem",
    padding: "12px 8px",
    overflowY: "auto",
    backgroundColor: tokens.colorNeutralBackground3,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  space: { flex: 1 },
  item: {
    position: "relative",
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    gap: "2px",
    padding: "8px 0 6px",
    borderRadius: "6px",
    fontSize: "0.6875rem",
    lineHeight: "0.875rem",
    color: tokens.colorNeutralForeground2,
    textDecorationLine: "none",
    ":hover": { backgroundColor: tenure.tenureHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  current: {
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorBrandForeground1,
    fontWeight: tokens.fontWeightSemibold,
    boxShadow: tenure.tenureShadow,
    "::before": {
      content: '""',
      position: "absolute",
      left: "-8px",
      top: "12px",
      bottom: "12px",
      width: "3px",
      borderRadius: "2px",
      backgroundColor: tokens.colorBrandForeground1,
    },
  },
  icon: { display: "grid", fontSize: "20px" },
  dot: {
    position: "absolute",
    top: "3px",
    right: "10px",
    minWidth: "16px",
    padding: "0 4px",
    borderRadius: "8px",
    textAlign: "center",
    fontSize: "0.625rem",
    lineHeight: "1rem",
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tenure.tenureDot,
    color: tenure.tenureDotText,
  },
});

/** `children` stand above the account. */
export function NavRail({ children }: { children?: ReactNode }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { data: waiting = 0 } = useQuery({ ...groupsQuery(), select: countDecisions });
  return (
    <nav aria-label={t("shell.navigation")} className={styles.rail}>
      <Item to={links.home} name={t("shell.home")} icons={[<HomeRegular />, <HomeFilled />]} />
      <Item
        to={links.renewals}
        name={t("shell.renewals")}
        icons={[<HistoryRegular />, <HistoryFilled />]}
        count={waiting}
        countSaid={t("shell.needDecision", { count: waiting })}
      />
      <Item
        to={links.groups}
        name={t("shell.groups")}
        icons={[<PeopleRegular />, <PeopleFilled />]}
      />
      <Item
        to={links.deleted}
        name={t("shell.deleted")}
        icons={[<DeleteRegular />, <DeleteFilled />]}
      />
      <Item
        to={links.policies}
        name={t("shell.policies")}
        icons={[<ShieldCheckmarkRegular />, <ShieldCheckmarkFilled />]}
      />
      <Item
        to={links.activity}
        name={t("shell.activity")}
        icons={[<PulseRegular />, <PulseFilled />]}
      />
      <span className={styles.space} />
      {children}
      <AccountMenu />
      <Item
        to={links.settings}
        name={t("shell.settings")}
        icons={[<SettingsRegular />, <SettingsFilled />]}
      />
    </nav>
  );
}

const countDecisions = (list: GroupList): number =>
  list.groups.reduce((count, group) => count + (needsDecision(group, list.now) ? 1 : 0), 0);

interface ItemProps {
  to: string;
  name: string;
  icons: readonly [regular: ReactElement, filled: ReactElement];
  count?: number;
  countSaid?: string;
}

function Item({ to, name, icons, count = 0, countSaid }: ItemProps) {
  const styles = useStyles();
  return (
    <NavLink
      to={to}
      end={to === links.home}
      className={({ isActive }) => mergeClasses(styles.item, isActive && styles.current)}
    >
      {({ isActive }) => (
        <>
          <span aria-hidden className={styles.icon}>
            {icons[isActive ? 1 : 0]}
          </span>
          <span>{name}</span>
          {count > 0 && (
            <>
              <span aria-hidden className={styles.dot}>
                {count > 99 ? "99+" : count}
              </span>
              <VisuallyHidden>{countSaid}</VisuallyHidden>
            </>
          )}
        </>
      )}
    </NavLink>
  );
}
