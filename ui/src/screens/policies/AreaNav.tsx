/** The areas, each with what holds in it: who only wants to know how it is need not open them. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import { NavLink } from "react-router";

import { links } from "@/lib/links";
import { tenure } from "@/theme/colors";
import { areaWords } from "./answer";
import { AREAS, type AreaName } from "./areas";
import { useBegun, usePolicies } from "./context";

const useStyles = makeStyles({
  nav: {
    position: "sticky",
    top: 0,
    display: "grid",
    gap: "2px",
    "@container policies (max-width: 48rem)": {
      position: "static",
      display: "flex",
      flexWrap: "wrap",
      gap: "4px",
    },
  },
  item: {
    position: "relative",
    display: "block",
    minWidth: 0,
    padding: "7px 12px",
    borderRadius: "6px",
    color: tokens.colorNeutralForeground1,
    textDecorationLine: "none",
    ":hover": { backgroundColor: tenure.tenureHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  current: {
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tenure.tenureShadow,
    color: tokens.colorBrandForeground1,
    ":hover": { backgroundColor: tokens.colorNeutralBackground1 },
    "::before": {
      content: '""',
      position: "absolute",
      left: 0,
      top: "8px",
      bottom: "8px",
      width: "3px",
      borderRadius: "2px",
      backgroundColor: tokens.colorBrandForeground1,
    },
  },
  name: { display: "block", fontWeight: tokens.fontWeightSemibold },
  state: {
    display: "-webkit-box",
    WebkitLineClamp: 2,
    WebkitBoxOrient: "vertical",
    overflow: "hidden",
    overflowWrap: "anywhere",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    "@container policies (max-width: 48rem)": { display: "none" },
  },
  begun: { color: tenure.tenureAmber, fontWeight: tokens.fontWeightSemibold },
});

export function AreaNav() {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <nav aria-label={t("policies.areas")} className={styles.nav}>
      {AREAS.map((area) => (
        <Item key={area} area={area} />
      ))}
    </nav>
  );
}

function Item({ area }: { area: AreaName }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const policies = usePolicies();
  const begun = useBegun();
  const isBegun = [...begun].some((key) => key === area || key.startsWith(`${area}:`));
  return (
    <NavLink
      end
      to={links.policy(area === "questions" ? undefined : area)}
      className={({ isActive }) => mergeClasses(styles.item, isActive && styles.current)}
    >
      <span className={styles.name}>{t(`policies.area.${area}`)}</span>
      <span className={mergeClasses(styles.state, isBegun && styles.begun)} dir="auto">
        {isBegun ? t("policies.notSaved") : areaWords(t, policies, area)}
      </span>
    </NavLink>
  );
}
