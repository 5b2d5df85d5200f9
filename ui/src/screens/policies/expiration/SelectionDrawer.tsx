/** Which groups expire where only selected ones do: up to 500, found and ticked; nothing is written here. */
import {
  Button,
  Drawer,
  DrawerBody,
  DrawerFooter,
  DrawerHeader,
  DrawerHeaderTitle,
  Input,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { DismissRegular, SearchRegular } from "@fluentui/react-icons";
import { useQueryClient } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";

import { EmptyState } from "@/components/EmptyState";
import { LoadingRows } from "@/components/LoadingRows";
import { useNotifyFailure } from "@/components/notify";
import { useReturnFocus } from "@/components/useReturnFocus";
import type { WhatIf, WhatIfRow } from "@/ipc/bindings";
import { call } from "@/ipc/call";
import { keys, whatIfRowsQuery } from "@/ipc/queries";
import { formatNumber } from "@/lib/dates";
import { useRight } from "../context";
import { Rows } from "../Rows";
import { usePaged } from "../usePaged";
import { SELECTED_MOST } from "./draft";
import { selectedWords } from "./ExpirationForm";
import { isSelected, toggled, withAll } from "./selection";
import { useSelectionCells } from "./useSelectionCells";
import type { Expiration } from "./useExpiration";

const useStyles = makeStyles({
  drawer: { width: "34rem", maxWidth: "100vw" },
  body: { display: "flex", flexDirection: "column", gap: "12px", paddingBottom: "16px" },
  line: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "8px" },
  field: { flex: "1 1 12rem" },
  count: { fontWeight: tokens.fontWeightSemibold },
  foot: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingTop: "12px" },
});

interface Props {
  whatIf: WhatIf;
  expiration: Expiration;
  onClose: () => void;
}

export function SelectionDrawer({ whatIf, expiration, onClose }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  useReturnFocus();
  const locked = useRight("expiration").obstacle !== null;
  const [text, setText] = useState("");
  const asked = {
    id: whatIf.id,
    filter: "all" as const,
    text: useDeferredValue(text.trim()),
    sort: "name" as const,
    descending: false,
  };
  const paged = usePaged((page) => whatIfRowsQuery(asked, page));
  const { selecting, setSelecting } = expiration;
  const toggle = (row: WhatIfRow | undefined) => {
    if (row && !locked) setSelecting(toggled(selecting, row));
  };
  const cells = useSelectionCells(selecting, locked, toggle);
  const addAll = useAll(asked, (rows) => setSelecting(withAll(selecting, rows)));
  return (
    <Drawer
      open
      type="overlay"
      position="end"
      className={styles.drawer}
      onOpenChange={(_, { open }) => !open && onClose()}
    >
      <DrawerHeader>
        <DrawerHeaderTitle
          action={
            <Button
              appearance="subtle"
              icon={<DismissRegular />}
              aria-label={t("common.close")}
              onClick={onClose}
            />
          }
        >
          {t("policies.selection.title")}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody className={styles.body}>
        <div className={styles.line}>
          <Input
            className={styles.field}
            contentBefore={<SearchRegular />}
            value={text}
            aria-label={t("policies.rows.search")}
            placeholder={t("policies.rows.search")}
            onChange={(_, { value }) => setText(value)}
          />
          {!locked && paged.total > 0 && (
            <Button disabled={paged.total > SELECTED_MOST} onClick={addAll}>
              {t("policies.selection.all", {
                count: paged.total,
                shown: formatNumber(paged.total),
              })}
            </Button>
          )}
        </div>
        {paged.pending && <LoadingRows rows={8} height={40} />}
        {!paged.pending && paged.total === 0 && (
          <EmptyState icon={<SearchRegular />} title={t("policies.rows.none")} />
        )}
        {paged.total > 0 && (
          <Rows
            headless
            label={t("policies.selection.title")}
            count={paged.total}
            height={44}
            most={null}
            columns={[
              { id: "select", head: t("policies.selection.ticked"), width: "auto" },
              { id: "name", head: t("policies.rows.column.name"), width: "minmax(0, 1fr)" },
              { id: "then", head: t("policies.rows.column.then"), width: "auto" },
            ]}
            selected={(index) => {
              const row = paged.row(index);
              return row !== undefined && isSelected(selecting, row);
            }}
            cells={(index) => cells(paged.row(index))}
            onKey={(index, event) => {
              if (event.key !== " " && event.key !== "Enter") return;
              event.preventDefault();
              toggle(paged.row(index));
            }}
            onRange={paged.onRange}
          />
        )}
      </DrawerBody>
      <DrawerFooter className={styles.foot}>
        <span role="status" className={styles.count}>
          {selectedWords(t, whatIf)}
        </span>
        <Button appearance="primary" onClick={onClose}>
          {t("policies.selection.done")}
        </Button>
      </DrawerFooter>
    </Drawer>
  );
}

type Asked = Parameters<typeof whatIfRowsQuery>[0];

/** Reads all that was found, which is more than is in view, and gives it on. */
function useAll(asked: Asked, onRows: (rows: readonly WhatIfRow[]) => void): () => void {
  const client = useQueryClient();
  const failed = useNotifyFailure();
  return () =>
    void client
      .fetchQuery({
        queryKey: [...keys.whatIfRows, asked, "all"],
        queryFn: () => call("policy_what_if_rows", { ...asked, offset: 0, limit: SELECTED_MOST }),
      })
      .then(({ rows }) => onRows(rows), failed);
}
