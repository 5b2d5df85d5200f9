/** The search at the head of the names. Escape empties it, and the down arrow leads into the rows. */
import { makeStyles, SearchBox } from "@fluentui/react-components";
import { useRef } from "react";
import { useTranslation } from "react-i18next";

import { Key } from "@/components/Key";
import { useShortcut } from "@/shortcuts/registry";
import type { Desk } from "./useDesk";

const useStyles = makeStyles({
  box: { width: "100%", maxWidth: "none", minWidth: 0 },
  /** The component shows what stands after the text only while it has the focus. */
  key: { width: "auto", height: "auto", overflow: "visible", marginRight: "6px" },
});

type Props = { desk: Pick<Desk, "filter" | "narrow">; onLeave: () => void };

export function QueueSearch({ desk, onLeave }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const { text } = desk.filter;
  useShortcut("/", t("renewals.keys.search"), () => input.current?.focus());
  return (
    <SearchBox
      ref={input}
      size="small"
      className={styles.box}
      aria-label={t("renewals.search")}
      aria-keyshortcuts="/"
      placeholder={t("renewals.searchHint")}
      value={text}
      contentAfter={text === "" ? { className: styles.key, children: <Key>/</Key> } : undefined}
      dismiss={text === "" ? null : { "aria-label": t("groups.clearSearch") }}
      onChange={(_, { value }) => desk.narrow({ text: value })}
      onKeyDown={(event) => {
        if (event.key === "Escape" && text !== "") desk.narrow({ text: "" });
        else if (event.key === "ArrowDown" || event.key === "Escape") onLeave();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}
