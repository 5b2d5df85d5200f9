/** Words that no name may have, up to 5,000: typed, pasted or imported, found again, taken out. */
import { Button, Input, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowImportRegular, DismissRegular, SearchRegular } from "@fluentui/react-icons";
import { useMemo, useRef, useState, type ClipboardEvent, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";

import { CopyButton } from "@/components/CopyButton";
import { formatNumber } from "@/lib/dates";
import { fold } from "@/lib/folding";
import { TextFileInput } from "../TextFileInput";
import { Rows } from "../Rows";
import { BLOCKED_MOST, without, withWords, wordsIn, type Added } from "./blocked";

const useStyles = makeStyles({
  root: { display: "grid", gap: "10px", minWidth: 0 },
  line: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "8px" },
  field: { flex: "1 1 14rem", minWidth: 0 },
  note: {
    minHeight: tokens.lineHeightBase200,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  over: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorPaletteRedForeground1 },
  remove: { minWidth: "24px", height: "24px", padding: 0 },
  word: { overflowX: "clip", textOverflow: "ellipsis", whiteSpace: "nowrap" },
});

interface Props {
  words: readonly string[];
  locked: boolean;
  onWords: (words: readonly string[]) => void;
}

export function BlockedWords({ words, locked, onWords }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const [came, setCame] = useState<Added | null>(null);
  const found = useFound(words, text);
  const add = (more: readonly string[]) => {
    if (more.length === 0) return;
    const next = withWords(words, more);
    setCame(next);
    setText("");
    onWords(next.words);
  };
  const remove = (word: string | undefined) => {
    setCame(null);
    if (word !== undefined) onWords(without(words, word));
  };
  const paste = (event: ClipboardEvent) => {
    const pasted = wordsIn(event.clipboardData.getData("text"));
    if (locked || pasted.length < 2) return;
    event.preventDefault();
    add(pasted);
  };
  const typed = text.trim();
  return (
    <div className={styles.root}>
      <div className={styles.line}>
        <Input
          className={styles.field}
          contentBefore={<SearchRegular />}
          value={text}
          aria-label={t(locked ? "policies.blocked.find" : "policies.blocked.findOrAdd")}
          placeholder={t(locked ? "policies.blocked.find" : "policies.blocked.findOrAdd")}
          onPaste={paste}
          onChange={(_, { value }) => setText(value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && !locked) add(wordsIn(typed));
          }}
        />
        {!locked && (
          <Button disabled={typed === ""} onClick={() => add(wordsIn(typed))}>
            {t("policies.blocked.add")}
          </Button>
        )}
        {!locked && <Import onText={(read) => add(wordsIn(read))} />}
        {words.length > 0 && (
          <CopyButton text={words.join("\n")} label={t("policies.blocked.copy")} />
        )}
      </div>
      <div role="status" className={styles.note}>
        <Count words={words.length} found={found.length} searched={typed !== ""} came={came} />
      </div>
      {words.length > BLOCKED_MOST && (
        <div role="alert" className={`${styles.note} ${styles.over}`}>
          {t("policies.blocked.tooMany", {
            most: formatNumber(BLOCKED_MOST),
            count: words.length - BLOCKED_MOST,
            shown: formatNumber(words.length - BLOCKED_MOST),
          })}
        </div>
      )}
      {found.length > 0 && (
        <Rows
          headless
          label={t("policies.blocked.list")}
          count={found.length}
          columns={[
            { id: "word", head: t("policies.blocked.word"), width: "minmax(0, 1fr)" },
            ...(locked
              ? []
              : [{ id: "remove", head: t("policies.blocked.remove"), width: "auto" }]),
          ]}
          height={34}
          most={7}
          onKey={(index, event: KeyboardEvent) => {
            if (!locked && ["Delete", "Backspace"].includes(event.key)) remove(found[index]);
          }}
          cells={(index) => {
            const word = found[index] ?? "";
            const shown = (
              <div dir="auto" className={styles.word}>
                {word}
              </div>
            );
            return locked
              ? [shown]
              : [
                  shown,
                  <Button
                    tabIndex={-1}
                    size="small"
                    appearance="subtle"
                    className={styles.remove}
                    icon={<DismissRegular />}
                    aria-label={t("policies.blocked.removeOne", { word })}
                    onClick={() => remove(word)}
                  />,
                ];
          }}
        />
      )}
    </div>
  );
}

function useFound(words: readonly string[], text: string): readonly string[] {
  const folded = useMemo(() => words.map((word) => [word, fold(word)] as const), [words]);
  return useMemo(() => {
    const wanted = fold(text.trim());
    return folded.flatMap(([word, its]) => (its.includes(wanted) ? [word] : []));
  }, [folded, text]);
}

interface CountProps {
  words: number;
  found: number;
  searched: boolean;
  came: Added | null;
}

function Count({ words, found, searched, came }: CountProps) {
  const { t } = useTranslation();
  const sum = t("policies.blocked.sum", {
    shown: formatNumber(words),
    most: formatNumber(BLOCKED_MOST),
  });
  const hits = t("policies.blocked.found", { count: found, shown: formatNumber(found) });
  const news =
    came &&
    t(came.known > 0 ? "policies.blocked.cameSome" : "policies.blocked.came", {
      count: came.added,
      added: formatNumber(came.added),
      known: formatNumber(came.known),
    });
  return [sum, searched ? hits : null, news].filter(Boolean).join(" · ");
}

function Import({ onText }: { onText: (text: string) => void }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <TextFileInput
        input={input}
        label={t("policies.blocked.import")}
        accept=".txt,.csv,text/plain,text/csv"
        onText={onText}
      />
      <Button icon={<ArrowImportRegular />} onClick={() => input.current?.click()}>
        {t("policies.blocked.import")}
      </Button>
    </>
  );
}
