/** The search above the table. Escape empties it, and the down arrow leads into the rows. */
import { makeStyles, SearchBox } from "@fluentui/react-components";
import { useRef } from "react";
import { useTranslation } from "react-i18next";

import { Key } from "@/components/Key";
import { formatNumber } from "@/lib/dates";
import { useShortcut } from "@/shortcuts/registry";

const useStyles = makeStyles({
  box: { flex: "1 1 8rem", maxWidth: "none", minWidth: 0 },
  /** The component shows what stands after the text only while it has the focus. */
  key: { width: "auto", height: "auto", overflow: "visible", marginRight: "8px" },
});

interface Props {
  text: string;
  total: number;
  onText: (text: string) => void;
  /** Leaves the search for the first row. */
  onLeave: () => void;
}

export function GroupSearch({ text, total, onText, onLeave }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  useShortcut("/", t("groups.keys.search"), () => input.current?.focus());
  return (
    <SearchBox
      ref={input}
      className={styles.box}
      value={text}
      aria-label={t("groups.searchLabel")}
      aria-keyshortcuts="/"
      placeholder={t("groups.searchHint", { count: total, total: formatNumber(total) })}
      contentAfter={text === "" ? { className: styles.key, children: <Key>/</Key> } : undefined}
      dismiss={text === "" ? null : { "aria-label": t("groups.clearSearch") }}
      onChange={(_event, data) => onText(data.value)}
      onKeyDown={(event) => {
        if (event.key === "Escape" && text !== "") onText("");
        else if (event.key === "ArrowDown" || event.key === "Escape") onLeave();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}
