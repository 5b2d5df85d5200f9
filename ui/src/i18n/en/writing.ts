/** Words of the editor for texts that people write. They come with its script. */
export const writing = {
  toolbar: "How the text looks",
  bold: "Bold",
  italic: "Italic",
  bullets: "List",
  numbers: "Numbered list",
  quote: "Quote",
  link: "Link",
  undo: "Undo",
  redo: "Redo",
  plain: "Plain text",
  rich: "With formatting",
  linkTo: "Address of the link",
  linkHint: "https://…",
  linkSet: "Set the link",
  linkRemove: "Remove the link",
  linkWrong: "A link begins with https:// or mailto:",
};
