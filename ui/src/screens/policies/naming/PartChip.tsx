/** One part of the naming rule: a grip to move it by, what it is, and the way to take it out. */
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { DismissRegular, ReOrderDotsVerticalRegular } from "@fluentui/react-icons";
import { useState, type DragEvent, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";

import type { NamePart } from "@/ipc/bindings";
import { tenure } from "@/theme/colors";

const KIND = "application/x-naming-part";

const useStyles = makeStyles({
  chip: {
    display: "flex",
    alignItems: "center",
    minHeight: "2rem",
    borderRadius: "4px",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    fontSize: tokens.fontSizeBase300,
  },
  name: {
    color: tokens.colorBrandForeground1,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tenure.tenureSelected,
    border: `1px solid ${tenure.tenureBrandLine}`,
  },
  over: { boxShadow: `-3px 0 0 ${tokens.colorCompoundBrandStroke}` },
  grip: { minWidth: "24px", height: "100%", padding: 0, cursor: "grab" },
  words: { padding: "0 10px 0 2px" },
  locked: { paddingLeft: "10px" },
  input: {
    height: "100%",
    minWidth: "2.5rem",
    padding: "0 6px",
    border: "none",
    backgroundColor: "transparent",
    color: "inherit",
    font: "inherit",
    fontFamily: tokens.fontFamilyMonospace,
    borderBottom: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    ":focus": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  fixed: { fontFamily: tokens.fontFamilyMonospace, whiteSpace: "pre" },
  remove: { minWidth: "24px", height: "100%", padding: 0 },
});

interface Props {
  part: NamePart;
  index: number;
  count: number;
  locked: boolean;
  /** Whether something else is being dragged. */
  over: boolean;
  onDrag: (index: number | null) => void;
  onDrop: (from: number) => void;
  onMove: (by: number) => void;
  onChange: (part: NamePart) => void;
  onRemove: () => void;
}

export function PartChip(props: Props) {
  const { part, index, count, locked, onRemove } = props;
  const styles = useStyles();
  const { t } = useTranslation();
  const drag = useDragging(props);
  const name = usePartName(part);
  const place = t("policies.builder.place", { name, place: index + 1, count });
  return (
    <li
      data-part={index}
      className={mergeClasses(
        styles.chip,
        part.kind === "groupName" && styles.name,
        drag.over && styles.over,
      )}
      {...drag.target}
    >
      {!locked && (
        <Button
          data-grip
          appearance="transparent"
          className={styles.grip}
          icon={<ReOrderDotsVerticalRegular />}
          aria-label={place}
          aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight Delete"
          {...drag.source}
          onKeyDown={(event) => keys(event, props)}
        />
      )}
      <Content {...props} name={name} />
      {!locked && part.kind !== "groupName" && (
        <Button
          appearance="transparent"
          className={styles.remove}
          icon={<DismissRegular />}
          aria-label={t("policies.builder.remove", { name })}
          onClick={onRemove}
        />
      )}
    </li>
  );
}

function keys(event: KeyboardEvent, { part, onMove, onRemove }: Props): void {
  const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (by && event.altKey) onMove(by);
  else if (event.key === "Delete" && part.kind !== "groupName") onRemove();
  else return;
  event.preventDefault();
}

function usePartName(part: NamePart): string {
  const { t } = useTranslation();
  if (part.kind === "groupName") return t("policies.builder.name");
  if (part.kind === "attribute") return t(`policies.attribute.${part.attribute}`);
  return part.text.trim() === "" ? t("policies.builder.text") : part.text;
}

function Content({ part, locked, onChange, name }: Props & { name: string }) {
  const styles = useStyles();
  const { t } = useTranslation();
  if (part.kind !== "text") {
    return <span className={mergeClasses(styles.words, locked && styles.locked)}>{name}</span>;
  }
  if (locked) {
    return (
      <span className={mergeClasses(styles.words, styles.locked, styles.fixed)}>{part.text}</span>
    );
  }
  return (
    <input
      className={styles.input}
      dir="auto"
      size={Math.max(2, part.text.length)}
      value={part.text}
      aria-label={t("policies.builder.text")}
      onChange={(event) => onChange({ kind: "text", text: event.target.value })}
    />
  );
}

function useDragging({ index, over: others, onDrag, onDrop }: Props) {
  const [over, setOver] = useState(false);
  const carries = (event: DragEvent) => event.dataTransfer.types.includes(KIND);
  return {
    over: over && others,
    source: {
      draggable: true,
      onDragStart: (event: DragEvent) => {
        event.dataTransfer.setData(KIND, String(index));
        event.dataTransfer.effectAllowed = "move";
        onDrag(index);
      },
      onDragEnd: () => onDrag(null),
    },
    target: {
      onDragOver: (event: DragEvent) => {
        if (!carries(event)) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: () => setOver(false),
      onDrop: (event: DragEvent) => {
        setOver(false);
        if (!carries(event)) return;
        event.preventDefault();
        onDrag(null);
        onDrop(Number(event.dataTransfer.getData(KIND)));
      },
    },
  };
}
