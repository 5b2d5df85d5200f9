/** Formatted text: TipTap's editor with the few things that letters and invitations need. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { Placeholder } from "@tiptap/extensions";
import { EditorContent, useEditor } from "@tiptap/react";
import { StarterKit } from "@tiptap/starter-kit";
import { useEffect, useId, useState } from "react";

import { VisuallyHidden } from "@/components/VisuallyHidden";
import { EditorToolbar } from "./EditorToolbar";
import "./words";

const useStyles = makeStyles({
  box: {
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottomColor: tokens.colorNeutralStrokeAccessible,
    ":focus-within": {
      borderBottomColor: tokens.colorCompoundBrandStroke,
      boxShadow: `inset 0 -1px 0 ${tokens.colorCompoundBrandStroke}`,
    },
  },
  text: {
    "& .ProseMirror": {
      minHeight: "8.5rem",
      maxHeight: "24rem",
      overflowY: "auto",
      padding: "8px 12px",
      outlineStyle: "none",
      lineHeight: "1.45",
      overflowWrap: "break-word",
      userSelect: "text",
    },
    "& .ProseMirror > :first-child": { marginTop: 0 },
    "& p, & ul, & ol, & blockquote": { margin: "0 0 0.6em" },
    "& h1, & h2, & h3": { margin: "0 0 0.6em", fontSize: "1.15em", lineHeight: "1.35" },
    "& ul, & ol": { paddingLeft: "1.5em" },
    "& li > p": { margin: 0 },
    "& p.is-editor-empty:first-child::before": {
      content: "attr(data-placeholder)",
      float: "left",
      height: 0,
      color: tokens.colorNeutralForeground4,
      pointerEvents: "none",
    },
    "& blockquote": {
      paddingLeft: "12px",
      borderLeft: `2px solid ${tokens.colorNeutralStroke1}`,
      color: tokens.colorNeutralForeground2,
    },
    "& a": { color: tokens.colorBrandForegroundLink },
  },
});

/** What the toolbar makes; headings, code, underlined and struck words stay where a text brings them. */
const kit = StarterKit.configure({
  heading: { levels: [1, 2, 3] },
  codeBlock: false,
  horizontalRule: false,
  link: {
    openOnClick: false,
    defaultProtocol: "https",
    protocols: ["https", "http", "mailto"],
    HTMLAttributes: { target: null, rel: null, class: null },
  },
});

/** What typing alone makes: a line that begins with a number sign is no heading. */
const TYPED = ["bold", "italic", "bulletList", "orderedList", "blockquote", "link"];

/** The editor would take them and do nothing by them; around it they close and send. */
const isForOthers = ({ key, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  key === "Escape" || (key === "Enter" && (ctrlKey || metaKey));

interface Props {
  label: string;
  /** What stands there while nothing is written. */
  hint: string;
  /** As it stood when the editor came; from then on the editor has it. */
  html: string;
  focus: boolean;
  disabled: boolean;
  /** Empty when nothing is written. */
  onHtml: (html: string) => void;
}

export default function RichEditor({ label, hint, html, focus, disabled, onHtml }: Props) {
  const styles = useStyles();
  const id = useId();
  const [extensions] = useState(() => [kit, Placeholder.configure({ placeholder: hint })]);
  const editor = useEditor({
    extensions,
    content: html,
    enableInputRules: TYPED,
    autofocus: focus ? "end" : false,
    editorProps: {
      handleDOMEvents: { keydown: (_view, event) => isForOthers(event) },
      attributes: {
        role: "textbox",
        "aria-multiline": "true",
        "aria-labelledby": id,
        dir: "auto",
      },
    },
    onUpdate: ({ editor: now }) => onHtml(now.isEmpty ? "" : now.getHTML()),
  });
  useEffect(() => {
    editor.setEditable(!disabled, false);
  }, [editor, disabled]);
  return (
    <div>
      <span id={id}>
        <VisuallyHidden>{label}</VisuallyHidden>
      </span>
      <div className={styles.box}>
        <EditorToolbar editor={editor} />
        <EditorContent editor={editor} className={styles.text} />
      </div>
    </div>
  );
}
