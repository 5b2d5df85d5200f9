/** Picks people, and shows in which of the groups they are; many groups are then changed at once. */
import { makeStyles, SearchBox, tokens } from "@fluentui/react-components";
import { PeopleSearchRegular } from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";

import { Choice } from "@/components/Choice";
import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { LoadingRows } from "@/components/LoadingRows";
import { PeoplePicker } from "@/components/people/PeoplePicker";
import type { GroupSummary, Person } from "@/ipc/bindings";
import { matrixQuery } from "@/ipc/queries";
import { formatNumber } from "@/lib/dates";
import { fold, matches, wordsOf } from "@/lib/folding";
import { ManyGroups } from "./ManyGroups";
import { MatrixGrid } from "./MatrixGrid";
import { rolesOf, type Roles } from "./roles";

const MOST = 20;

const useStyles = makeStyles({
  root: { position: "relative", flex: 1, minHeight: 0, display: "flex", flexDirection: "column" },
  tools: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "8px 12px",
    margin: "16px 0 12px",
  },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  end: { marginLeft: "auto" },
  find: { width: "16rem", maxWidth: "100%" },
});

type Which = "all" | "theirs";

export function WhoIsWhere({ groups }: { groups: readonly GroupSummary[] }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [people, setPeople] = useState<readonly Person[]>([]);
  const [text, setText] = useState("");
  const [which, setWhich] = useState<Which>("all");
  const { data, error, refetch, isPending } = useQuery(matrixQuery(refsOf(people)));
  const roles = useMemo(() => rolesOf(data), [data]);
  const shown = useShown(groups, roles, people, which, text);
  const unreadable = data?.unreadable ?? [];
  return (
    <div className={styles.root}>
      <PeoplePicker
        label={t("across.people")}
        picked={people}
        onPicked={(picked) => setPeople(picked.slice(0, MOST))}
      />
      {people.length >= MOST && <span className={styles.quiet}>{t("across.most")}</span>}
      {people.length === 0 && (
        <EmptyState
          icon={<PeopleSearchRegular />}
          title={t("across.begin.title")}
          text={t("across.begin.text")}
        />
      )}
      {people.length > 0 && error && (
        <ErrorPanel error={error} title={t("across.failed")} onRetry={() => void refetch()} />
      )}
      {people.length > 0 && !error && isPending && <LoadingRows />}
      {people.length > 0 && !error && !isPending && (
        <>
          <div className={styles.tools}>
            <Choice<Which>
              label={t("across.which.label")}
              options={[
                { value: "all", text: t("across.which.all") },
                { value: "theirs", text: t("across.which.theirs") },
              ]}
              chosen={which}
              onChoose={setWhich}
            />
            <SearchBox
              className={styles.find}
              value={text}
              aria-label={t("across.find")}
              placeholder={t("across.find")}
              onChange={(_event, { value }) => setText(value)}
            />
            <span role="status" className={styles.quiet}>
              {t("across.shown", { count: shown.length, shown: formatNumber(shown.length) })}
            </span>
            <span className={`${styles.quiet} ${styles.end}`}>{t("across.legend")}</span>
          </div>
          {unreadable.length > 0 && (
            <div role="status" className={styles.quiet}>
              {t("across.unreadable", {
                count: unreadable.length,
                names: unreadable.map(({ displayName }) => displayName).join(", "),
              })}
            </div>
          )}
          <ManyGroups people={people} groups={shown}>
            {(selection) => (
              <MatrixGrid
                people={people}
                groups={shown}
                roles={roles}
                unreadable={new Set(unreadable.map(({ id }) => id))}
                selection={selection}
                empty={t(which === "theirs" && text === "" ? "across.notThere" : "across.noMatch")}
              />
            )}
          </ManyGroups>
        </>
      )}
    </div>
  );
}

const refsOf = (people: readonly Person[]) =>
  people.map(({ id, displayName }) => ({ id, displayName }));

function useShown(
  groups: readonly GroupSummary[],
  roles: Roles,
  people: readonly Person[],
  which: Which,
  text: string,
): readonly GroupSummary[] {
  return useMemo(() => {
    const words = wordsOf(text);
    const named = groups.filter(({ displayName }) => matches(fold(displayName), words));
    if (which === "all") return named;
    return named.filter(({ id }) => people.some((person) => roles.get(person.id)?.has(id)));
  }, [groups, roles, people, which, text]);
}
