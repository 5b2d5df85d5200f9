/** Formatted text: TipTap's editor with the few things that a letter needs. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { EditorContent, useEditor } from "@tiptap/react";
import { StarterKit } from "@tiptap/starter-kit";
import { useEffect, useId } from "react";

import { VisuallyHidden } from "@/components/VisuallyHidden";
import { EditorToolbar } from "./EditorToolbar";

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
    "& ul, & ol": { paddingLeft: "1.5em" },
    "& li > p": { margin: 0 },
    "& blockquote": {
      paddingLeft: "12px",
      borderLeft: `2px solid ${tokens.colorNeutralStroke1}`,
      color: tokens.colorNeutralForeground2,
    },
    "& a": { color: tokens.colorBrandForegroundLink },
  },
});

/** What letters are made of; the rest of the kit is for documents. */
const extensions = [
  StarterKit.configure({
    heading: false,
    code: false,
    codeBlock: false,
    horizontalRule: false,
    strike: false,
    underline: false,
    link: {
      openOnClick: false,
      defaultProtocol: "https",
      protocols: ["https", "http", "mailto"],
      HTMLAttributes: { target: null, rel: null, class: null },
    },
  }),
];

interface Props {
  label: string;
  /** As it stood when the editor came; from then on the editor has it. */
  html: string;
  focus: boolean;
  disabled: boolean;
  /** Empty when nothing is written. */
  onHtml: (html: string) => void;
}

export default function RichEditor({ label, html, focus, disabled, onHtml }: Props) {
  const styles = useStyles();
  const id = useId();
  const editor = useEditor({
    extensions,
    content: html,
    autofocus: focus ? "end" : false,
    editorProps: {
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
