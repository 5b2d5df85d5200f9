/** One matter: what it is in figures, what follows from it, and the one step that deals with it. */
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import {
  CalendarCancelRegular,
  GlobeRegular,
  HistoryRegular,
  PersonProhibitedRegular,
  PersonRegular,
} from "@fluentui/react-icons";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";

import { daysUntil } from "@/lib/dates";
import { links } from "@/lib/links";
import { tenure } from "@/theme/colors";
import { ExpiryChips } from "./ExpiryChips";
import { guestsIn, type Matter, type MatterKind } from "./matter";
import { namesOf } from "./names";

const useStyles = makeStyles({
  row: {
    display: "flex",
    alignItems: "center",
    flexWrap: "wrap",
    gap: "8px 14px",
    padding: "14px 16px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ":first-child": { borderTop: "none" },
  },
  tile: {
    flex: "none",
    display: "grid",
    placeItems: "center",
    width: "36px",
    height: "36px",
    borderRadius: "8px",
    fontSize: "20px",
    outline: "1px solid transparent",
  },
  red: { color: tenure.tenureRed, backgroundColor: tenure.tenureRedSoft },
  amber: { color: tenure.tenureAmber, backgroundColor: tenure.tenureAmberSoft },
  brand: { color: tokens.colorBrandForeground1, backgroundColor: tenure.tenureSelected },
  words: { flex: "1 1 16rem", minWidth: 0 },
  button: { minWidth: "6rem" },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
});

const looks: Record<MatterKind, { icon: React.ReactElement; tone: "red" | "amber" | "brand" }> = {
  overdue: { icon: <CalendarCancelRegular />, tone: "red" },
  expiring: { icon: <HistoryRegular />, tone: "amber" },
  noOwner: { icon: <PersonProhibitedRegular />, tone: "red" },
  oneOwner: { icon: <PersonRegular />, tone: "amber" },
  guests: { icon: <GlobeRegular />, tone: "brand" },
};

interface Props {
  matter: Matter;
  now: string;
  /** The matter that comes first has the screen's one filled button. */
  first: boolean;
}

export function MatterRow({ matter, now, first }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { kind, groups } = matter;
  const { icon, tone } = looks[kind];
  const { verb, to } = step(matter);
  return (
    <li className={styles.row}>
      <span aria-hidden className={mergeClasses(styles.tile, styles[tone])}>
        {icon}
      </span>
      <div className={styles.words}>
        <h2 className={styles.title}>{t(`home.${kind}.title`, { count: groups.length })}</h2>
        <p className={styles.text}>{sentence(t, matter, now)}</p>
        {kind === "expiring" && groups.length > 1 && <ExpiryChips groups={groups} now={now} />}
      </div>
      <Button
        className={styles.button}
        appearance={first ? "primary" : "secondary"}
        onClick={() => void navigate(to)}
      >
        {t(`home.do.${verb}`)}
      </Button>
    </li>
  );
}

function sentence(t: TFunction, { kind, groups }: Matter, now: string): string {
  const names = namesOf(t, groups);
  if (kind === "expiring") return soonest(t, groups, now);
  if (kind === "noOwner") return t("home.noOwner.text", { names });
  return t(`home.${kind}.text`, {
    names,
    count: kind === "guests" ? guestsIn(groups) : groups.length,
  });
}

/** With several groups their names stand on the chips below. */
function soonest(t: TFunction, groups: Matter["groups"], now: string): string {
  const name = groups[0].displayName;
  const count = daysUntil(now, groups[0].expires ?? now);
  if (groups.length > 1) {
    return count === 0 ? t("home.expiring.firstToday") : t("home.expiring.first", { count });
  }
  return count === 0
    ? t("home.expiring.today", { name })
    : t("home.expiring.text", { name, count });
}

/** Where the matter is dealt with, with the filter or the selection that it is about. */
function step({ kind, groups }: Matter): { verb: "decide" | "show" | "review"; to: string } {
  switch (kind) {
    case "overdue":
    case "expiring":
      return { verb: "decide", to: links.renewal(groups[0].id) };
    case "noOwner":
      return { verb: "show", to: links.filtered("noOwner") };
    case "oneOwner":
      return { verb: "show", to: links.filtered("owned", "oneOwner") };
    case "guests":
      return { verb: "review", to: links.filtered("owned", "public", "guests") };
  }
}
