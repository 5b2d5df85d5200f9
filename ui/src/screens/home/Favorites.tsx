/** The groups with a star, as tiles with what comes next for each. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { Card } from "@/components/Card";
import { EmptyState } from "@/components/EmptyState";
import { ExpiryBadge } from "@/components/ExpiryBadge";
import { GroupAvatar } from "@/components/GroupAvatar";
import type { GroupList, GroupSummary } from "@/ipc/bindings";
import { byExpiry } from "@/lib/expiry";
import { links } from "@/lib/links";
import { tenure } from "@/theme/colors";
import { StarRegular } from "@fluentui/react-icons";
import { Section } from "./Section";

const SHOWN = 6;

const useStyles = makeStyles({
  tiles: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(9rem, 1fr))",
    gap: "8px",
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
  tile: {
    display: "flex",
    alignItems: "center",
    gap: "10px",
    minHeight: "60px",
    padding: "8px 12px",
    borderRadius: "8px",
    color: tokens.colorNeutralForeground1,
    textDecorationLine: "none",
    ":hover": { backgroundColor: tenure.tenureHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  words: { minWidth: 0 },
  name: {
    display: "block",
    overflowX: "clip",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    fontWeight: tokens.fontWeightSemibold,
  },
});

export function Favorites({ list }: { list: GroupList }) {
  const { t } = useTranslation();
  const styles = useStyles();
  const favorites = list.groups.filter((group) => group.favorite.marked).sort(byExpiry);
  const count = favorites.length;
  const all = { to: links.filtered("favorites"), label: t("home.favorites.all", { count }) };
  return (
    <Section heading={t("home.favorites.heading")} more={count > SHOWN ? all : undefined}>
      {count === 0 ? (
        <NoFavorite />
      ) : (
        <ul className={styles.tiles}>
          {favorites.slice(0, SHOWN).map((group) => (
            <li key={group.id}>
              <Tile group={group} now={list.now} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Tile({ group, now }: { group: GroupSummary; now: string }) {
  const styles = useStyles();
  return (
    <Card>
      <Link to={links.group(group.id)} className={styles.tile}>
        <GroupAvatar group={group} />
        <span className={styles.words}>
          <bdi className={styles.name} title={group.displayName}>
            {group.displayName}
          </bdi>
          <ExpiryBadge brief expires={group.expires} now={now} />
        </span>
      </Link>
    </Card>
  );
}

function NoFavorite() {
  const { t } = useTranslation();
  return (
    <Card>
      <EmptyState icon={<StarRegular />} title={t("home.favorites.none")} />
    </Card>
  );
}
