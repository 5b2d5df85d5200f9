/**
 * The naming rule as a row of parts: dragged, or moved by Alt and an arrow; text is typed where it stands,
 * Delete takes a part out. What it comes to is shown elsewhere, live.
 */
import {
  Button,
  makeStyles,
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
} from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import type { NamePart } from "@/ipc/bindings";
import { PartChip } from "./PartChip";
import { ATTRIBUTES, moved } from "./pattern";

const useStyles = makeStyles({
  root: { display: "grid", gap: "10px", minWidth: 0 },
  row: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "stretch",
    gap: "6px",
    margin: 0,
    padding: "10px",
    listStyleType: "none",
    minHeight: "3.25rem",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: "6px",
    backgroundColor: tokens.colorNeutralBackground2,
  },
  empty: { alignSelf: "center", paddingLeft: "4px", color: tokens.colorNeutralForeground3 },
  buttons: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "8px" },
  hint: {
    flex: "1 1 14rem",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
});

interface Props {
  parts: readonly NamePart[];
  locked: boolean;
  onParts: (parts: NamePart[]) => void;
}

export function Builder({ parts, locked, onParts }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const list = useRef<HTMLOListElement>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const focus = (index: number) =>
    setTimeout(() =>
      list.current?.querySelector<HTMLElement>(`[data-part="${index}"] [data-grip]`)?.focus(),
    );
  const move = (from: number, to: number) => {
    if (to < 0 || to >= parts.length || from === to) return;
    onParts(moved(parts, from, to));
    focus(to);
  };
  const add = (part: NamePart) => {
    // A rule that begins with something else still needs the name.
    const begins = parts.length === 0 && part.kind !== "groupName";
    onParts(begins ? [part, { kind: "groupName" }] : [...parts, part]);
    setTimeout(() => {
      const chip = list.current?.querySelector<HTMLElement>(`[data-part="${parts.length}"]`);
      chip?.querySelector<HTMLElement>("input, [data-grip]")?.focus();
    });
  };
  return (
    <div className={styles.root}>
      <ol ref={list} className={styles.row} aria-label={t("policies.builder.label")}>
        {parts.length === 0 && (
          <li className={styles.empty}>
            {t(locked ? "policies.builder.none" : "policies.builder.empty")}
          </li>
        )}
        {parts.map((part, index) => (
          <PartChip
            key={index}
            part={part}
            index={index}
            count={parts.length}
            locked={locked}
            over={dragged !== null && dragged !== index}
            onDrag={setDragged}
            onDrop={(from) => move(from, index)}
            onMove={(by) => move(index, index + by)}
            onChange={(next) => onParts(parts.map((each, at) => (at === index ? next : each)))}
            onRemove={() => {
              onParts(parts.filter((_, at) => at !== index));
              focus(Math.max(0, index - 1));
            }}
          />
        ))}
      </ol>
      {!locked && (
        <div className={styles.buttons}>
          <Button icon={<AddRegular />} onClick={() => add({ kind: "text", text: "" })}>
            {t("policies.builder.addText")}
          </Button>
          <AddAttribute onAdd={add} />
          {parts.every(({ kind }) => kind !== "groupName") && (
            <Button icon={<AddRegular />} onClick={() => add({ kind: "groupName" })}>
              {t("policies.builder.addName")}
            </Button>
          )}
          <span className={styles.hint}>{t("policies.builder.hint")}</span>
        </div>
      )}
    </div>
  );
}

function AddAttribute({ onAdd }: { onAdd: (part: NamePart) => void }) {
  const { t } = useTranslation();
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton icon={<AddRegular />}>{t("policies.builder.addAttribute")}</MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {ATTRIBUTES.map((attribute) => (
            <MenuItem key={attribute} onClick={() => onAdd({ kind: "attribute", attribute })}>
              {t(`policies.attribute.${attribute}`)}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
