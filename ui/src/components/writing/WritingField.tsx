/** A text that somebody writes: with formatting, or plain. The editor is large, so it comes when it is needed. */
import { Button, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { tenure } from "@/theme/colors";
import { htmlOf, textOf } from "./bodyText";
import "./words";

const RichEditor = lazy(() => import("./RichEditor"));

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: "4px" },
  plain: { "& textarea": { minHeight: "8.5rem", maxHeight: "24rem" } },
  wait: {
    height: "11.25rem",
    resize: "none",
    backgroundColor: "transparent",
    borderRadius: "4px",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  foot: { display: "flex", alignItems: "center", gap: "8px" },
  problem: { flex: 1, fontSize: tokens.fontSizeBase200, color: tenure.tenureRed },
  kind: { marginLeft: "auto" },
});

export interface Written {
  plain: boolean;
  /** HTML, or plain words. */
  body: string;
}

interface Props {
  label: string;
  /** What stands there while nothing is written. */
  hint: string;
  text: Written;
  onText: (change: Partial<Written>) => void;
  focus?: boolean;
  disabled?: boolean;
  problem?: string;
}

export function WritingField(props: Props) {
  const { text, onText, disabled = false, problem } = props;
  const styles = useStyles();
  const { t } = useTranslation();
  const [before, setBefore] = useState({ html: "", text: "" });
  const toPlain = () => {
    const words = textOf(text.body);
    setBefore({ html: text.body, text: words });
    onText({ plain: true, body: words });
  };
  // Formatting is there again for who changed nothing meanwhile.
  const toRich = () =>
    onText({ plain: false, body: text.body === before.text ? before.html : htmlOf(text.body) });
  return (
    <div className={styles.root}>
      {text.plain ? <Plain {...props} /> : <Rich {...props} />}
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
          disabledFocusable={disabled}
          onClick={text.plain ? toRich : toPlain}
        >
          {t(text.plain ? "writing.rich" : "writing.plain")}
        </Button>
      </div>
    </div>
  );
}

function Rich({ label, hint, text, onText, focus = false, disabled = false }: Props) {
  return (
    <Suspense fallback={<Waiting focus={focus} />}>
      <RichEditor
        label={label}
        hint={hint}
        html={text.body}
        focus={focus}
        disabled={disabled}
        onHtml={(body) => onText({ body })}
      />
    </Suspense>
  );
}

/** Takes the keys until the editor is there, so that no word is taken for a shortcut. */
function Waiting({ focus }: { focus: boolean }) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <textarea
      ref={useFocus<HTMLTextAreaElement>(focus)}
      readOnly
      aria-busy
      aria-label={t("common.loading")}
      className={styles.wait}
    />
  );
}

function Plain({ label, hint, text, onText, focus = false, disabled }: Props) {
  const styles = useStyles();
  return (
    <Textarea
      ref={useFocus<HTMLTextAreaElement>(focus)}
      aria-label={label}
      placeholder={hint}
      className={styles.plain}
      resize="vertical"
      dir="auto"
      value={text.body}
      disabled={disabled}
      onChange={(_event, data) => onText({ body: data.value })}
    />
  );
}

function useFocus<T extends HTMLElement>(focus: boolean) {
  const element = useRef<T>(null);
  useEffect(() => {
    if (focus) element.current?.focus();
  }, [focus]);
  return element;
}
