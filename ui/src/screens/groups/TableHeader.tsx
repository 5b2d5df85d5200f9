/** The head of the table: each column sorts, and says by which one and which way it is sorted. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ArrowDownRegular, ArrowUpRegular, StarRegular } from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";

import { useColumnStyles } from "./columns";
import type { SortHeader } from "./sorting";

const useStyles = makeStyles({
  header: {
    position: "sticky",
    top: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  cell: { minWidth: 0, display: "flex" },
  button: {
    display: "flex",
    alignItems: "center",
    gap: "4px",
    minWidth: "24px",
    minHeight: "28px",
    padding: "0 4px",
    marginLeft: "-4px",
    border: "none",
    borderRadius: tokens.borderRadiusMedium,
    background: "none",
    cursor: "pointer",
    font: "inherit",
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground3,
    ":hover": { color: tokens.colorNeutralForeground1 },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  sorted: { color: tokens.colorNeutralForeground1 },
  end: { justifyContent: "flex-end", "& > button": { marginLeft: 0, marginRight: "-4px" } },
  centre: { justifyContent: "center", "& > button": { marginLeft: 0, justifyContent: "center" } },
});

const directions = { asc: "ascending", desc: "descending" } as const;

export function TableHeader({ headers, height }: { headers: SortHeader[]; height: number }) {
  const styles = useStyles();
  const columns = useColumnStyles();
  const { t } = useTranslation();
  return (
    <div
      role="row"
      aria-rowindex={1}
      className={mergeClasses(columns.line, styles.header)}
      style={{ height }}
    >
      {headers.map(({ id, sorted, toggle }) => (
        <div
          key={id}
          role="columnheader"
          aria-sort={sorted ? directions[sorted] : "none"}
          className={mergeClasses(
            styles.cell,
            columns[id],
            id === "members" && styles.end,
            id === "star" && styles.centre,
          )}
        >
          <button
            type="button"
            className={mergeClasses(styles.button, sorted && styles.sorted)}
            onClick={toggle}
          >
            {id === "star" ? (
              <StarRegular aria-label={t("groups.column.star")} fontSize={14} />
            ) : (
              t(`groups.column.${id}`)
            )}
            {sorted === "asc" && <ArrowUpRegular />}
            {sorted === "desc" && <ArrowDownRegular />}
          </button>
        </div>
      ))}
    </div>
  );
}
