/** Lets the person choose a text file; a button or a menu elsewhere opens it. */
import type { RefObject } from "react";

interface Props {
  input: RefObject<HTMLInputElement | null>;
  label: string;
  accept: string;
  onText: (text: string, name: string) => void;
}

export function TextFileInput({ input, label, accept, onText }: Props) {
  return (
    <input
      ref={input}
      hidden
      type="file"
      accept={accept}
      aria-label={label}
      onChange={(event) => {
        const [file] = event.target.files ?? [];
        if (file) read(file, (text) => onText(text, file.name));
        // The same file can be chosen again once it was changed.
        event.target.value = "";
      }}
    />
  );
}

/** What cannot be opened is as good as empty: whoever reads it says what is wrong. */
function read(file: File, onText: (text: string) => void): void {
  const reader = new FileReader();
  reader.onload = () => onText(typeof reader.result === "string" ? reader.result : "");
  reader.onerror = () => onText("");
  reader.readAsText(file);
}
