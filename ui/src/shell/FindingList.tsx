/** The palette's results. The field keeps the focus; the active result is named to screen readers. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import { Key } from "@/components/Key";
import { keyNames } from "@/shortcuts/registry";
import { tenure } from "@/theme/colors";
import type { Finding } from "./useFindings";

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyleType: "none",
    overflowY: "auto",
    maxHeight: "min(360px, 50vh)",
  },
  item: {
    display: "flex",
    alignItems: "center",
    gap: "10px",
    minHeight: "36px",
    padding: "4px 16px",
    cursor: "pointer",
    ":hover": { backgroundColor: tenure.tenureHover },
  },
  active: {
    backgroundColor: tenure.tenureSelected,
    outline: `1px solid transparent`,
    outlineOffset: "-1px",
  },
  icon: { display: "grid", fontSize: "18px", color: tokens.colorNeutralForeground3 },
  name: { overflowX: "clip", minWidth: 0, textOverflow: "ellipsis", whiteSpace: "nowrap" },
  kind: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: "nowrap",
  },
  keys: { display: "flex", gap: "4px", marginLeft: "auto" },
});

interface Props {
  id: string;
  findings: readonly Finding[];
  active: number;
  onChoose: (finding: Finding) => void;
}

export function FindingList({ id, findings, active, onChoose }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView?.({ block: "nearest" });
  }, [active]);
  return (
    <ul
      ref={list}
      id={id}
      role="listbox"
      aria-label={t("shell.palette.title")}
      className={styles.list}
    >
      {findings.map((finding, index) => (
        <li
          key={finding.id}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          className={mergeClasses(styles.item, index === active && styles.active)}
          onClick={() => onChoose(finding)}
        >
          <span aria-hidden className={styles.icon}>
            {finding.icon}
          </span>
          <span className={styles.name}>{finding.name}</span>
          <span className={styles.kind}>{t(`shell.palette.${finding.kind}`)}</span>
          <span className={styles.keys}>
            {keyNames(index === active ? "Enter" : (finding.keys ?? "")).map(
              (name, index) => name && <Key key={index}>{name}</Key>,
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
