/** The list of conversations with what can be done about all of them. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";

import { ErrorPanel } from "@/components/ErrorPanel";
import { LoadingRows } from "@/components/LoadingRows";
import { useShortcut } from "@/shortcuts/registry";
import { useOpenGroup } from "../../openGroup";
import { useDesk } from "../desk";
import { ConversationRow } from "./ConversationRow";
import { DraftRow } from "./DraftRow";
import { EmptyList } from "./EmptyList";
import { ListFoot } from "./ListFoot";
import { ListHead } from "./ListHead";
import { isOpened, keyOf, openedBy, rowsOf } from "./rows";
import { useListRows } from "./useListRows";
import type { Listed } from "./useConversations";

const useStyles = makeStyles({
  scroller: { flex: 1, minHeight: 0, overflowY: "auto", overflowAnchor: "none" },
  rows: { position: "relative" },
  failure: { padding: "12px" },
  more: {
    padding: "8px 16px 12px",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
});

export function List({ listed }: { listed: Listed }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { head, error } = listed;
  const { drafts } = useDesk();
  const nothing = head && listed.conversations.length === 0 && drafts.length === 0;
  return (
    <>
      <ListHead listed={listed} />
      {error ? (
        <div className={styles.failure}>
          <ErrorPanel error={error} title={t("conversations.failed")} onRetry={listed.readAnew} />
        </div>
      ) : !head ? (
        <LoadingRows rows={8} height={74} />
      ) : nothing ? (
        <EmptyList />
      ) : (
        <Rows listed={listed} />
      )}
      <ListFoot listed={listed} />
    </>
  );
}

function Rows({ listed }: { listed: Listed }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { now } = useOpenGroup();
  const { opened, open, drafts } = useDesk();
  const { conversations, more, onRange } = listed;
  const rows = useMemo(() => rowsOf(drafts, conversations), [drafts, conversations]);
  const at = rows.findIndex((row) => isOpened(row, opened));
  const { scroller, virtual, active, height, setAt, move, onKeyDown } = useListRows(
    rows,
    at,
    onRange,
    (row) => open(openedBy(row)),
  );
  useShortcut("j", t("conversations.keys.next"), () => move(1));
  useShortcut("k", t("conversations.keys.previous"), () => move(-1));
  return (
    <div ref={scroller} className={styles.scroller}>
      <div
        role="listbox"
        aria-label={t("conversations.list")}
        className={styles.rows}
        style={{ height: virtual.getTotalSize() }}
        onKeyDown={onKeyDown}
      >
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          if (!row) return null;
          const shared = {
            index,
            count: more ? -1 : rows.length,
            top: start,
            height,
            active: index === active,
            selected: isOpened(row, opened),
            onOpen: () => {
              setAt(keyOf(row));
              open(openedBy(row));
            },
          };
          return row.kind === "draft" ? (
            <DraftRow
              key={keyOf(row)}
              {...shared}
              draft={row.draft}
              conversations={conversations}
            />
          ) : (
            <ConversationRow
              key={keyOf(row)}
              {...shared}
              conversation={row.conversation}
              now={now}
            />
          );
        })}
      </div>
      {more && <div className={styles.more}>{t("common.loading")}</div>}
    </div>
  );
}
