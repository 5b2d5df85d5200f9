/** Below the person's own groups: what the service finds in the whole tenant, once it is asked to. */
import { Button, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { SearchRegular } from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";

import { ErrorPanel } from "@/components/ErrorPanel";
import type { GroupSummary } from "@/ipc/bindings";
import { searchQuery } from "@/ipc/queries";
import type { RowBelow } from "./Desk";
import { GroupRow, rowId } from "./GroupRow";
import { useRowHeight } from "./useRowHeight";
import { usePeopleReading, useWantedPeople } from "@/components/usePeople";

/** The service answers with at most so many. */
const MOST = 50;

const useStyles = makeStyles({
  root: { padding: "12px 20px 20px" },
  heading: {
    margin: "4px 0 8px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground3,
  },
  rows: {
    margin: "0 -20px 8px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
});

interface Props extends RowBelow {
  text: string;
  /** Ids of the groups that stand above already. */
  known: ReadonlySet<string>;
  now: string;
}

export function TenantSearch(props: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const text = props.text.trim();
  const [asked, setAsked] = useState("");
  const on = asked !== "" && text.startsWith(asked);
  if (text.length < 2) return null;
  return (
    <section className={styles.root} aria-label={t("groups.tenant.heading")}>
      {on ? (
        <Found {...props} text={text} />
      ) : (
        <Button icon={<SearchRegular />} onClick={() => setAsked(text)}>
          {t("groups.tenant.search", { text })}
        </Button>
      )}
    </section>
  );
}

function Found({ text, known, ...row }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { data, error, isPending, isPlaceholderData, refetch } = useQuery(searchQuery(text));
  const others = useMemo(
    () => data?.groups.filter(({ id }) => !known.has(id)) ?? [],
    [data, known],
  );
  if (error) {
    const again = () => void refetch();
    return <ErrorPanel error={error} title={t("groups.tenant.failed")} onRetry={again} />;
  }
  if (isPending || isPlaceholderData) {
    return <Spinner size="tiny" labelPosition="after" label={t("groups.tenant.searching")} />;
  }
  return (
    <>
      <h2 className={styles.heading}>{t("groups.tenant.heading")}</h2>
      {others.length > 0 && <Rows {...row} groups={others} />}
      <div role="status" className={styles.quiet}>
        {others.length === 0 && t("groups.tenant.none", { text })}
        {data.groups.length >= MOST && t("groups.tenant.many")}
      </div>
    </>
  );
}

type RowsProps = Omit<Props, "text" | "known"> & { groups: readonly GroupSummary[] };

function Rows({ groups, now, columns, openId, selected, onPress, onStar }: RowsProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const height = useRowHeight();
  useWantedPeople(groups);
  const { unreadable } = usePeopleReading();
  return (
    <div
      role="grid"
      aria-label={t("groups.tenant.table")}
      aria-multiselectable
      className={styles.rows}
      onKeyDown={(event) => {
        const group = groups.find(({ id }) => (event.target as HTMLElement).id === rowId(id));
        const press = group && { group, extend: false, toggle: false, twice: true };
        if (event.key === "Enter" && press) onPress(press);
      }}
    >
      {groups.map((group, index) => (
        <GroupRow
          key={group.id}
          group={group}
          now={now}
          columns={columns}
          index={index - 1}
          height={height}
          active
          selected={selected.has(group.id)}
          open={group.id === openId}
          unreadable={unreadable.has(group.id)}
          onPress={onPress}
          onStar={onStar}
        />
      ))}
    </div>
  );
}
