/** The search above many deleted groups. */
import { makeStyles, SearchBox, tokens } from "@fluentui/react-components";
import { useRef } from "react";
import { useTranslation } from "react-i18next";

import { Key } from "@/components/Key";
import { formatNumber } from "@/lib/dates";
import { useShortcut } from "@/shortcuts/registry";

const useStyles = makeStyles({
  row: { display: "flex", alignItems: "center", gap: "12px" },
  box: { width: "22rem", maxWidth: "100%" },
  key: { width: "auto", height: "auto", overflow: "visible", marginRight: "8px" },
  shown: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

interface Props {
  text: string;
  shown: number;
  total: number;
  onText: (text: string) => void;
}

export function DeletedSearch({ text, shown, total, onText }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  useShortcut("/", t("deleted.keys.search"), () => input.current?.focus());
  return (
    <div className={styles.row}>
      <SearchBox
        ref={input}
        className={styles.box}
        value={text}
        aria-label={t("deleted.search")}
        aria-keyshortcuts="/"
        placeholder={t("deleted.searchHint", { shown: formatNumber(total) })}
        contentAfter={text === "" ? { className: styles.key, children: <Key>/</Key> } : undefined}
        dismiss={text === "" ? null : { "aria-label": t("deleted.clearSearch") }}
        onChange={(_event, data) => onText(data.value)}
        onKeyDown={(event) => event.key === "Escape" && text !== "" && onText("")}
      />
      {shown < total && (
        <span role="status" className={styles.shown}>
          {t("deleted.shown", {
            count: shown,
            shown: formatNumber(shown),
            total: formatNumber(total),
          })}
        </span>
      )}
    </div>
  );
}
