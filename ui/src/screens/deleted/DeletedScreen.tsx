/** Deleted groups once they are known: how many, until when, and the ways back. */
import { makeStyles, MessageBar, MessageBarBody } from "@fluentui/react-components";
import type { TFunction } from "i18next";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";

import { Card } from "@/components/Card";
import { EmptyState } from "@/components/EmptyState";
import { errorWords } from "@/components/errorWords";
import { PageHeader } from "@/components/PageHeader";
import { Button } from "@fluentui/react-components";
import type { DeletedList } from "@/ipc/bindings";
import { useSession } from "@/ipc/session";
import { daysUntil, formatAsOf, formatNumber } from "@/lib/dates";
import { fold, matches, wordsOf } from "@/lib/folding";
import { DeletedBar } from "./DeletedBar";
import { DeletedSearch } from "./DeletedSearch";
import { DeletedTable } from "./DeletedTable";
import { NeedsPermission } from "./NeedsPermission";
import { PurgeDrawer } from "./PurgeDrawer";
import { RefreshButton } from "./RefreshButton";
import { Returning } from "./Returning";
import { PlanDrawer } from "@/components/jobs/PlanDrawer";
import { useDesk } from "./useDesk";

/** So few are seen at once. */
const SEARCHED = 8;

const useStyles = makeStyles({
  screen: { display: "flex", flexDirection: "column", gap: "16px" },
});

export function DeletedScreen({ list }: { list: DeletedList }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const canManage = useSession()?.canManage ?? false;
  const [text, setText] = useState("");
  const shown = useMemo(() => matching(list, text), [list, text]);
  const desk = useDesk(list.groups);
  return (
    <>
      <PageHeader
        title={titleOf(t, list)}
        subtitle={subtitleOf(t, list)}
        actions={<RefreshButton />}
      />
      <div className={styles.screen}>
        {list.lastError && <Stale list={list} />}
        {!canManage && list.groups.length > 0 && <NeedsPermission />}
        <Returning returning={list.returning} now={list.now} />
        {list.groups.length > SEARCHED && (
          <DeletedSearch
            text={text}
            shown={shown.length}
            total={list.groups.length}
            onText={setText}
          />
        )}
        {shown.length > 0 ? (
          <DeletedTable groups={shown} list={list} desk={desk} canManage={canManage} />
        ) : (
          <Nothing list={list} onClear={() => setText("")} />
        )}
      </div>
      {desk.selected.size > 0 && <DeletedBar list={list} desk={desk} canManage={canManage} />}
      <PlanDrawer planning={desk.restoring} onStarted={desk.clear} />
      <PurgeDrawer groups={desk.purged} planning={desk.purging} onStarted={desk.clear} />
    </>
  );
}

function matching({ groups }: DeletedList, text: string) {
  const words = wordsOf(text);
  if (words.length === 0) return groups;
  return groups.filter((group) =>
    matches(fold(`${group.displayName} ${group.mailNickname}`), words),
  );
}

function titleOf(t: TFunction, { groups }: DeletedList): string {
  const count = groups.length;
  return count === 0
    ? t("deleted.title")
    : t("deleted.some", { count, shown: formatNumber(count) });
}

function subtitleOf(t: TFunction, { groups, now, asOf, all }: DeletedList): string {
  const [first] = groups;
  const count = first ? daysUntil(now, first.restorableUntil) : 0;
  return [
    first && (count <= 0 ? t("deleted.firstToday") : t("deleted.first", { count })),
    all && t("deleted.all"),
    asOf && t("common.asOf", { when: formatAsOf(asOf, now) }),
  ]
    .filter(Boolean)
    .join(" · ");
}

function Stale({ list: { lastError, asOf, now } }: { list: DeletedList }) {
  const { t } = useTranslation();
  if (!lastError) return null;
  const why = `${errorWords(t, lastError).title}.`;
  return (
    <MessageBar intent="warning" politeness="polite">
      <MessageBarBody>
        {asOf
          ? t("deleted.stale", { when: formatAsOf(asOf, now), why })
          : t("deleted.staleNothing", { why })}
      </MessageBarBody>
    </MessageBar>
  );
}

function Nothing({ list, onClear }: { list: DeletedList; onClear: () => void }) {
  const { t } = useTranslation();
  const searched = list.groups.length > 0;
  return (
    <Card>
      {searched ? (
        <EmptyState
          title={t("deleted.empty.noMatch")}
          actions={<Button onClick={onClear}>{t("deleted.empty.clear")}</Button>}
        />
      ) : (
        <EmptyState
          title={t("deleted.empty.title")}
          text={t(list.all ? "deleted.empty.textAll" : "deleted.empty.text")}
        />
      )}
    </Card>
  );
}
