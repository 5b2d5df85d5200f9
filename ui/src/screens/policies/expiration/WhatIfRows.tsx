/** Group by group: when it expires now and then, by which rule, when its owners hear of it, when it would go. */
import { Input, makeStyles, tokens } from "@fluentui/react-components";
import { SearchRegular } from "@fluentui/react-icons";
import { useState, useDeferredValue } from "react";
import { useTranslation } from "react-i18next";

import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { FilterChip } from "@/components/FilterChip";
import { LoadingRows } from "@/components/LoadingRows";
import type { WhatIf, WhatIfFigures, WhatIfFilter, WhatIfSort } from "@/ipc/bindings";
import { whatIfRowsQuery } from "@/ipc/queries";
import { Rows } from "../Rows";
import { Section } from "../Section";
import { usePaged } from "../usePaged";
import { SortHead } from "./SortHead";
import { useWhatIfCells } from "./useWhatIfCells";
import { WhatIfExport } from "./WhatIfExport";

const useStyles = makeStyles({
  line: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "6px" },
  field: { flex: "1 1 12rem", maxWidth: "22rem" },
  fixed: { color: tokens.colorNeutralForeground3 },
});

const FILTERS: ReadonlyArray<readonly [WhatIfFilter, (figures: WhatIfFigures) => number]> = [
  ["all", ({ groups }) => groups],
  ["firstTime", ({ firstTime }) => firstTime],
  ["noLonger", ({ noLonger }) => noLonger],
  ["sooner", ({ sooner }) => sooner],
  ["later", ({ later }) => later],
  ["mailedSoon", ({ mailedSoon }) => mailedSoon],
  ["deletedSoon", ({ deletedSoon }) => deletedSoon],
  ["older", ({ older }) => older],
];

const COLUMNS = [
  ["name", "minmax(9rem, 2.2fr)"],
  ["now", "minmax(6.5rem, 1fr)"],
  ["then", "minmax(6.5rem, 1fr)"],
  ["why", "minmax(8rem, 1.6fr)"],
  ["mails", "minmax(6rem, 1fr)"],
  ["deleted", "minmax(6.5rem, 1fr)"],
] as const;
const SORTS: readonly string[] = ["name", "now", "then"] satisfies readonly WhatIfSort[];
const isSort = (id: string): id is WhatIfSort => SORTS.includes(id);

export function WhatIfRows({ whatIf }: { whatIf: WhatIf }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [filter, setFilter] = useState<WhatIfFilter>("all");
  const [text, setText] = useState("");
  const [order, setOrder] = useState<{ sort: WhatIfSort; descending: boolean }>({
    sort: "then",
    descending: false,
  });
  const { figures } = whatIf;
  // What nothing is in any more does not hide all the rest.
  const shown = FILTERS.find(([id, count]) => id === filter && count(figures) > 0)?.[0] ?? "all";
  const asked = { id: whatIf.id, filter: shown, text: useDeferredValue(text.trim()), ...order };
  const paged = usePaged((page) => whatIfRowsQuery(asked, page));
  const cells = useWhatIfCells(whatIf.now);
  const sortBy = (sort: WhatIfSort) =>
    setOrder({ sort, descending: order.sort === sort && !order.descending });
  return (
    <Section title={t("policies.rows.title")} actions={<WhatIfExport whatIf={whatIf} />}>
      <div className={styles.line} role="group" aria-label={t("policies.rows.filters")}>
        {FILTERS.filter(([id, count]) => id === "all" || count(figures) > 0).map(([id, count]) => (
          <FilterChip
            key={id}
            name={t(`policies.filter.${id}`)}
            count={count(figures)}
            on={shown === id}
            onToggle={() => setFilter(id === shown ? "all" : id)}
          />
        ))}
      </div>
      <Input
        className={styles.field}
        contentBefore={<SearchRegular />}
        value={text}
        aria-label={t("policies.rows.search")}
        placeholder={t("policies.rows.search")}
        onChange={(_, { value }) => setText(value)}
      />
      {paged.error && (
        <ErrorPanel error={paged.error} title={t("policies.whatIf.failed")} onRetry={paged.retry} />
      )}
      {paged.pending && <LoadingRows rows={6} height={36} />}
      {!paged.pending && !paged.error && paged.total === 0 && (
        <EmptyState icon={<SearchRegular />} title={t("policies.rows.none")} />
      )}
      {paged.total > 0 && (
        <Rows
          label={t("policies.rows.title")}
          count={paged.total}
          height={40}
          most={12}
          least={46}
          columns={COLUMNS.map(([id, width]) => ({
            id,
            width,
            head: isSort(id) ? (
              <SortHead
                name={t(`policies.rows.column.${id}`)}
                sorted={order.sort === id ? order.descending : null}
                onSort={() => sortBy(id)}
              />
            ) : (
              t(`policies.rows.column.${id}`)
            ),
            sorted: isSort(id) ? sortedOf(order, id) : undefined,
          }))}
          cells={(index) => cells(paged.row(index))}
          onRange={paged.onRange}
        />
      )}
    </Section>
  );
}

const sortedOf = (order: { sort: WhatIfSort; descending: boolean }, id: WhatIfSort) =>
  order.sort !== id ? "none" : order.descending ? "descending" : "ascending";
