/** The head of the Groups screen: search, filters, and how much of everything is shown. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { AsOf } from "@/components/AsOf";
import type { GroupList } from "@/ipc/bindings";
import { formatNumber } from "@/lib/dates";
import { FilterChips } from "./FilterChips";
import { GroupSearch } from "./GroupSearch";
import { PeopleNotice } from "./PeopleNotice";
import type { GroupsView } from "./useGroupsView";

const useStyles = makeStyles({
  head: { display: "flex", flexDirection: "column", gap: "10px", padding: "16px 20px 12px" },
  line: { display: "flex", alignItems: "center", flexWrap: "wrap", gap: "8px 16px" },
  filters: { display: "flex", alignItems: "flex-start", gap: "16px" },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: "none",
  },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  end: {
    marginLeft: "auto",
    display: "flex",
    flex: "none",
    alignItems: "center",
    gap: "4px",
    minHeight: "1.75rem",
  },
});

interface Props {
  list: GroupList;
  view: GroupsView;
  onLeave: () => void;
}

export function GroupsHeader({ list, view, onLeave }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const total = list.groups.length;
  const narrowed = view.filters.size > 0 || view.searched !== "";
  const figures = {
    count: total,
    total: formatNumber(total),
    shown: formatNumber(view.shown.length),
  };
  return (
    <header className={styles.head}>
      <div className={styles.line}>
        <h1 className={styles.title} tabIndex={-1}>
          {t("groups.title")}
        </h1>
        <GroupSearch text={view.text} total={total} onText={view.setText} onLeave={onLeave} />
        <span className={styles.quiet}>
          <AsOf />
        </span>
      </div>
      <div className={styles.filters}>
        <FilterChips on={view.filters} counts={view.counts} onToggle={view.toggle} />
        <span role="status" className={`${styles.quiet} ${styles.end}`}>
          {narrowed && t("groups.shown", figures)}
          {narrowed && (
            <Button size="small" appearance="transparent" onClick={view.clear}>
              {t("groups.clearFilters")}
            </Button>
          )}
        </span>
      </div>
      {view.needsPeople && <PeopleNotice groups={list.groups} />}
    </header>
  );
}
