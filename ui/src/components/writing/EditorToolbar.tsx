/** How the text looks. One button is reached with Tab; the arrow keys move between them. */
import {
  makeStyles,
  ToggleButton,
  tokens,
  Tooltip,
  useArrowNavigationGroup,
} from "@fluentui/react-components";
import {
  ArrowRedoRegular,
  ArrowUndoRegular,
  TextBoldRegular,
  TextBulletListRegular,
  TextItalicRegular,
  TextNumberListLtrRegular,
  TextQuoteRegular,
} from "@fluentui/react-icons";
import { useEditorState, type Editor } from "@tiptap/react";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { LinkButton } from "./LinkButton";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    flexWrap: "wrap",
    gap: "2px",
    padding: "3px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  gap: { width: "1px", margin: "5px 4px", backgroundColor: tokens.colorNeutralStroke2 },
});

type Mark = "bold" | "italic" | "bullets" | "numbers" | "quote";

const marks: ReadonlyArray<
  readonly [mark: Mark, icon: ReactElement, name: string, run: (editor: Editor) => void]
> = [
  ["bold", <TextBoldRegular />, "bold", (editor) => editor.chain().focus().toggleBold().run()],
  [
    "italic",
    <TextItalicRegular />,
    "italic",
    (editor) => editor.chain().focus().toggleItalic().run(),
  ],
  [
    "bullets",
    <TextBulletListRegular />,
    "bulletList",
    (editor) => editor.chain().focus().toggleBulletList().run(),
  ],
  [
    "numbers",
    <TextNumberListLtrRegular />,
    "orderedList",
    (editor) => editor.chain().focus().toggleOrderedList().run(),
  ],
  [
    "quote",
    <TextQuoteRegular />,
    "blockquote",
    (editor) => editor.chain().focus().toggleBlockquote().run(),
  ],
];

export function EditorToolbar({ editor }: { editor: Editor }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const navigation = useArrowNavigationGroup({ axis: "horizontal", memorizeCurrent: true });
  const now = useEditorState({
    editor,
    selector: ({ editor: each }) => ({
      active: marks.filter(([, , name]) => each.isActive(name)).map(([mark]) => mark),
      link: each.isActive("link"),
      undo: each.can().undo(),
      redo: each.can().redo(),
    }),
  });
  return (
    <div role="toolbar" aria-label={t("writing.toolbar")} className={styles.bar} {...navigation}>
      {marks.map(([mark, icon, , run]) => (
        <Act
          key={mark}
          label={t(`writing.${mark}`)}
          icon={icon}
          checked={now.active.includes(mark)}
          onClick={() => run(editor)}
        />
      ))}
      <LinkButton editor={editor} active={now.link} />
      <span aria-hidden className={styles.gap} />
      <Act
        label={t("writing.undo")}
        icon={<ArrowUndoRegular />}
        disabled={!now.undo}
        onClick={() => editor.chain().focus().undo().run()}
      />
      <Act
        label={t("writing.redo")}
        icon={<ArrowRedoRegular />}
        disabled={!now.redo}
        onClick={() => editor.chain().focus().redo().run()}
      />
    </div>
  );
}

interface ActProps {
  label: string;
  icon: ReactElement;
  checked?: boolean;
  disabled?: boolean;
  onClick: () => void;
}

function Act({ label, icon, checked, disabled, onClick }: ActProps) {
  return (
    <Tooltip relationship="label" content={label}>
      <ToggleButton
        size="small"
        appearance="subtle"
        icon={icon}
        checked={checked}
        disabledFocusable={disabled}
        // The text keeps its selection.
        onMouseDown={(event) => event.preventDefault()}
        onClick={onClick}
      />
    </Tooltip>
  );
}
