/** The text of what is written; files that are pasted into it are attached. */
import type { ClipboardEvent } from "react";
import { useTranslation } from "react-i18next";

import { WritingField } from "@/components/writing/WritingField";
import type { Writing } from "./useWriting";

interface Props {
  writing: Writing;
  focus: boolean;
  problem?: string;
  onFiles: (files: readonly File[]) => void;
}

export function BodyField({ writing, focus, problem, onFiles }: Props) {
  const { t } = useTranslation();
  const { words, set, purpose, sending } = writing;
  const isComment = purpose.kind === "forward";
  const label = t(`conversations.write.${isComment ? "comment" : "body"}`);
  const paste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files];
    if (files.length === 0) return;
    event.preventDefault();
    onFiles(files);
  };
  return (
    <div onPasteCapture={paste}>
      <WritingField
        label={label}
        hint={isComment ? label : t("conversations.write.hint")}
        text={words}
        focus={focus}
        disabled={sending}
        problem={problem}
        onText={set}
      />
    </div>
  );
}
