/** The groups that expire first, by days and name; each leads to its place on the timeline. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { expiryWords } from "@/components/ExpiryBadge";
import type { GroupSummary } from "@/ipc/bindings";
import { daysUntil } from "@/lib/dates";
import { urgencyOf } from "@/lib/expiry";
import { links } from "@/lib/links";
import { tenure } from "@/theme/colors";

const SHOWN = 3;

const useStyles = makeStyles({
  chips: {
    display: "flex",
    flexWrap: "wrap",
    gap: "6px",
    margin: "6px 0 0",
    padding: 0,
    listStyleType: "none",
  },
  chip: {
    display: "block",
    maxWidth: "16rem",
    padding: "2px 8px",
    borderRadius: tokens.borderRadiusCircular,
    overflowX: "clip",
    minWidth: 0,
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    textDecorationLine: "none",
    fontSize: tokens.fontSizeBase200,
    lineHeight: "1.25rem",
    fontWeight: tokens.fontWeightSemibold,
    outline: "1px solid transparent",
    ":hover": { textDecorationLine: "underline" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  red: { color: tenure.tenureRed, backgroundColor: tenure.tenureRedSoft },
  amber: { color: tenure.tenureAmber, backgroundColor: tenure.tenureAmberSoft },
  more: {
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground3,
  },
});

type Props = { groups: readonly GroupSummary[]; now: string };

export function ExpiryChips({ groups, now }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const more = groups.length - SHOWN;
  return (
    <ul className={styles.chips}>
      {groups.slice(0, SHOWN).map((group) => {
        const urgency = urgencyOf(group, now);
        const days = expiryWords(t, daysUntil(now, group.expires ?? now), urgency);
        return (
          <li key={group.id}>
            <Link
              to={links.renewal(group.id)}
              className={mergeClasses(
                styles.chip,
                urgency === "urgent" ? styles.red : styles.amber,
              )}
            >
              {days} · <bdi>{group.displayName}</bdi>
            </Link>
          </li>
        );
      })}
      {more > 0 && (
        <li>
          <Link
            to={links.filtered("owned", "expiring")}
            className={mergeClasses(styles.chip, styles.more)}
          >
            {t("home.expiring.more", { count: more })}
          </Link>
        </li>
      )}
    </ul>
  );
}
