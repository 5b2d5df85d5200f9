/** Search within the group, filters that let somebody through, and as of when the list is. */
import { Button, makeStyles, SearchBox, tokens, Tooltip } from "@fluentui/react-components";
import { ArrowClockwiseRegular } from "@fluentui/react-icons";
import { useRef } from "react";
import { useTranslation } from "react-i18next";

import { FilterChip } from "@/components/FilterChip";
import { Key } from "@/components/Key";
import { formatAsOf, formatNumber } from "@/lib/dates";
import { useShortcut } from "@/shortcuts/registry";
import { useOpenGroup } from "../openGroup";
import { useReadAnew } from "../useReadAnew";
import { PEOPLE_FILTERS } from "./filtering";
import type { Members } from "./useMembers";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    alignItems: "center",
    flexWrap: "wrap",
    gap: "8px",
    marginBottom: "16px",
  },
  search: { flex: "1 1 12rem", maxWidth: "22rem", minWidth: 0 },
  /** The component shows what stands after the text only while it has the focus. */
  key: { width: "auto", height: "auto", overflow: "visible", marginRight: "8px" },
  asOf: {
    display: "inline-flex",
    alignItems: "center",
    gap: "4px",
    marginLeft: "auto",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  refresh: { minWidth: "24px", height: "24px", padding: 0 },
});

export function MembersToolbar({ people, onLeave }: { people: Members; onLeave: () => void }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const { text, setText, filters, toggle, counts, list } = people;
  useShortcut("/", t("group.keys.search"), () => input.current?.focus());
  const total = list?.people.length ?? 0;
  return (
    <div className={styles.bar}>
      <SearchBox
        ref={input}
        className={styles.search}
        value={text}
        aria-label={t("group.members.search")}
        aria-keyshortcuts="/"
        placeholder={t("group.members.searchHint", { count: total, shown: formatNumber(total) })}
        contentAfter={text === "" ? { className: styles.key, children: <Key>/</Key> } : undefined}
        dismiss={text === "" ? null : { "aria-label": t("groups.clearSearch") }}
        onChange={(_event, data) => setText(data.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape" && text !== "") setText("");
          else if (event.key === "ArrowDown" || event.key === "Escape") onLeave();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      {PEOPLE_FILTERS.filter((filter) => counts[filter] > 0 || filters.has(filter)).map(
        (filter) => (
          <FilterChip
            key={filter}
            name={t(`group.members.filter.${filter}`)}
            count={counts[filter]}
            on={filters.has(filter)}
            onToggle={() => toggle(filter)}
          />
        ),
      )}
      <AsOf people={people} />
    </div>
  );
}

function AsOf({ people: { list, rows, narrowed } }: { people: Members }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { now } = useOpenGroup();
  const { readAnew, reading } = useReadAnew();
  if (!list) return null;
  const busy = reading || list.refreshing;
  const when = list.asOf
    ? t("common.asOf", { when: formatAsOf(list.asOf, now) })
    : t("common.never");
  return (
    <span className={styles.asOf}>
      <span role="status">
        {narrowed && `${t("group.members.shown", { shown: formatNumber(rows.length) })} · `}
        {busy ? `${when}, ${t("common.refreshing")}` : when}
      </span>
      <Tooltip relationship="label" content={t("common.refresh")}>
        <Button
          size="small"
          appearance="subtle"
          className={styles.refresh}
          icon={<ArrowClockwiseRegular />}
          disabledFocusable={busy}
          onClick={readAnew}
        />
      </Tooltip>
    </span>
  );
}
