/** Groups whose names would not fit the rule: nothing happens to them until somebody renames them. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { ErrorPanel } from "@/components/ErrorPanel";
import { LoadingRows } from "@/components/LoadingRows";
import { nameProblemWords } from "@/components/nameProblemWords";
import type { NamingInput } from "@/ipc/bindings";
import { misfitsQuery } from "@/ipc/queries";
import { formatNumber } from "@/lib/dates";
import { links } from "@/lib/links";
import { Rows } from "../Rows";
import { Section } from "../Section";
import { usePaged } from "../usePaged";

const useStyles = makeStyles({
  name: { overflowX: "clip", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  link: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: "none",
    ":hover": { textDecorationLine: "underline" },
  },
  why: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    overflowX: "clip",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
});

interface Props {
  naming: NamingInput | null;
  /** Whether the rule stands still: nothing is looked through at each keystroke. */
  current: boolean;
}

export function Misfits({ naming, current }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const paged = usePaged((page) => ({ ...misfitsQuery(naming, page), enabled: current }));
  const { first, total, error } = paged;
  const counts = {
    count: total,
    shown: formatNumber(total),
    groups: formatNumber(first?.groups ?? 0),
  };
  return (
    <Section
      title={
        <span role="status">
          {first ? t("policies.misfits.title", counts) : t("policies.misfits.looking")}
        </span>
      }
      text={t("policies.misfits.text")}
    >
      {error && (
        <ErrorPanel error={error} title={t("policies.misfits.failed")} onRetry={paged.retry} />
      )}
      {!first && !error && <LoadingRows rows={3} height={36} />}
      {total > 0 && (
        <Rows
          label={t("policies.misfits.list")}
          count={total}
          height={38}
          most={8}
          least={30}
          columns={[
            { id: "name", head: t("policies.rows.column.name"), width: "minmax(8rem, 1fr)" },
            { id: "why", head: t("policies.misfits.why"), width: "minmax(10rem, 1.4fr)" },
          ]}
          cells={(index) => {
            const row = paged.row(index);
            if (!row) return [null, null];
            return [
              <div className={styles.name} dir="auto">
                <Link tabIndex={-1} to={links.group(row.groupId)} className={styles.link}>
                  {row.groupName}
                </Link>
              </div>,
              <div className={styles.why}>
                {row.problems
                  .map((problem) => nameProblemWords(t, { field: "displayName", problem }))
                  .join(" ")}
              </div>,
            ];
          }}
          onRange={paged.onRange}
        />
      )}
    </Section>
  );
}
