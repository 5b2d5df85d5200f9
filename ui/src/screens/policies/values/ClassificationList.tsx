/** The company's classifications: each with what it means, in the order in which they are offered. */
import { Button, Input, makeStyles, Radio, tokens } from "@fluentui/react-components";
import { AddRegular, DismissRegular } from "@fluentui/react-icons";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import type { Editing } from "../saving/useSettingsDraft";
import {
  classificationsOf,
  descriptionsText,
  DESCRIPTIONS_MOST,
  listText,
  plainName,
  plainText,
  type Classification,
} from "./classification";

const useStyles = makeStyles({
  list: { display: "grid", gap: "8px", margin: 0, padding: 0, listStyleType: "none" },
  row: {
    display: "grid",
    gridTemplateColumns: "minmax(7rem, 1fr) minmax(9rem, 2fr) auto auto",
    alignItems: "center",
    gap: "8px",
    "@container policy (max-width: 34rem)": { gridTemplateColumns: "1fr" },
  },
  foot: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "8px 16px" },
  hint: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  none: { color: tokens.colorNeutralForeground3 },
});

export function ClassificationList({ editing, locked }: { editing: Editing; locked: boolean }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  const [rows, setRows] = useRows(editing);
  const usual = editing.value("DefaultClassification");
  const change = (next: Classification[]) => {
    setRows(next);
    editing.set("ClassificationList", listText(next));
    editing.set("ClassificationDescriptions", descriptionsText(next));
  };
  const edit = (at: number, part: Partial<Classification>) =>
    change(rows.map((each, index) => (index === at ? { ...each, ...part } : each)));
  const add = () => {
    change([...rows, { name: "", description: "" }]);
    setTimeout(() => list.current?.querySelector<HTMLElement>("li:last-child input")?.focus());
  };
  const left = DESCRIPTIONS_MOST - descriptionsText(rows).length;
  return (
    <>
      {rows.length === 0 && (
        <span className={styles.none}>{t("policies.classification.none")}</span>
      )}
      <ul ref={list} className={styles.list}>
        {rows.map((row, index) => (
          <li key={index} className={styles.row}>
            <Input
              dir="auto"
              value={row.name}
              disabled={locked}
              aria-label={t("policies.classification.name", { place: index + 1 })}
              onChange={(_, { value }) => edit(index, { name: plainName(value) })}
            />
            <Input
              dir="auto"
              value={row.description}
              disabled={locked}
              placeholder={t("policies.classification.meaning")}
              aria-label={t("policies.classification.means", { name: row.name })}
              onChange={(_, { value }) => edit(index, { description: plainText(value) })}
            />
            <Radio
              name="usual-classification"
              label={t("policies.classification.usual")}
              aria-label={t("policies.classification.makeUsual", { name: row.name })}
              checked={row.name !== "" && row.name === usual}
              disabled={locked}
              onChange={() => editing.set("DefaultClassification", row.name.trim())}
            />
            {!locked && (
              <Button
                appearance="subtle"
                icon={<DismissRegular />}
                aria-label={t("policies.classification.remove", { name: row.name })}
                onClick={() => change(rows.filter((_, at) => at !== index))}
              />
            )}
          </li>
        ))}
      </ul>
      {!locked && (
        <div className={styles.foot}>
          <Button icon={<AddRegular />} onClick={add}>
            {t("policies.classification.add")}
          </Button>
          <span className={styles.hint}>
            {t("policies.classification.hint", { count: left, left })}
          </span>
        </div>
      )}
    </>
  );
}

/** The rows as they are typed; from the values again when these became others, as by discarding. */
function useRows({ value }: Editing): [Classification[], (rows: Classification[]) => void] {
  const texts = [value("ClassificationList"), value("ClassificationDescriptions")] as const;
  const [state, setState] = useState(() => ({ texts, rows: classificationsOf(...texts) }));
  const written = [listText(state.rows), descriptionsText(state.rows)];
  const isOld =
    texts.some((text, at) => text !== state.texts[at]) &&
    texts.some((text, at) => text !== written[at]);
  if (isOld) {
    const rows = classificationsOf(...texts);
    setState({ texts, rows });
    return [rows, (next) => setState({ texts, rows: next })];
  }
  return [state.rows, (rows) => setState({ texts, rows })];
}
