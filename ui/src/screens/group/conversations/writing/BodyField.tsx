/** The text: with formatting, or plain. The editor is large, so it comes when it is needed. */
import { Button, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { lazy, Suspense, useEffect, useRef, useState, type ClipboardEvent } from "react";
import { useTranslation } from "react-i18next";

import { tenure } from "@/theme/colors";
import { htmlOf, textOf } from "./bodyText";
import type { Writing } from "./useWriting";

const RichEditor = lazy(() => import("./RichEditor"));

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: "4px" },
  plain: { "& textarea": { minHeight: "8.5rem", maxHeight: "24rem" } },
  wait: {
    height: "11.25rem",
    borderRadius: "4px",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  foot: { display: "flex", alignItems: "center", gap: "8px" },
  problem: { flex: 1, fontSize: tokens.fontSizeBase200, color: tenure.tenureRed },
  kind: { marginLeft: "auto" },
});

interface Props {
  writing: Writing;
  focus: boolean;
  problem?: string;
  /** Takes files that were pasted. */
  onFiles: (files: readonly File[]) => void;
}

export function BodyField({ writing, focus, problem, onFiles }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { words, set, purpose, sending } = writing;
  const [before, setBefore] = useState({ html: "", text: "" });
  const label = t(`conversations.write.${purpose.kind === "forward" ? "comment" : "body"}`);
  const toPlain = () => {
    const text = textOf(words.body);
    setBefore({ html: words.body, text });
    set({ plain: true, body: text });
  };
  // Formatting is there again for who changed nothing meanwhile.
  const toRich = () =>
    set({ plain: false, body: words.body === before.text ? before.html : htmlOf(words.body) });
  const paste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files];
    if (files.length === 0) return;
    event.preventDefault();
    onFiles(files);
  };
  return (
    <div className={styles.root} onPasteCapture={paste}>
      {words.plain ? (
        <Plain label={label} writing={writing} focus={focus} />
      ) : (
        <Suspense fallback={<div aria-busy className={styles.wait} />}>
          <RichEditor
            label={label}
            html={words.body}
            focus={focus}
            disabled={sending}
            onHtml={(body) => set({ body })}
          />
        </Suspense>
      )}
      <div className={styles.foot}>
        {problem && (
          <span role="alert" className={styles.problem}>
            {problem}
          </span>
        )}
        <Button
          size="small"
          appearance="transparent"
          className={styles.kind}
          disabledFocusable={sending}
          onClick={words.plain ? toRich : toPlain}
        >
          {t(`conversations.write.${words.plain ? "rich" : "plain"}`)}
        </Button>
      </div>
    </div>
  );
}

function Plain({ label, writing, focus }: { label: string; writing: Writing; focus: boolean }) {
  const styles = useStyles();
  const area = useRef<HTMLTextAreaElement>(null);
  const { words, set, sending } = writing;
  useEffect(() => {
    if (focus) area.current?.focus();
  }, [focus]);
  return (
    <Textarea
      ref={area}
      aria-label={label}
      className={styles.plain}
      resize="vertical"
      dir="auto"
      value={words.body}
      disabled={sending}
      onChange={(_event, data) => set({ body: data.value })}
    />
  );
}
