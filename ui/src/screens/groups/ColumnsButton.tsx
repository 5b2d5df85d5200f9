/** Chooses columns and their order. */
import {
  Button,
  Checkbox,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  tokens,
  Tooltip,
} from "@fluentui/react-components";
import { ArrowDownRegular, ArrowUpRegular, ColumnTripleRegular } from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";

import { chosenColumns, COLUMNS, withMoved, withToggled, type Column } from "./columns";
import type { ColumnChoice } from "./columns";

const useStyles = makeStyles({
  surface: { padding: "12px 8px 12px 12px", width: "17rem" },
  title: { margin: "0 0 4px 8px", fontSize: tokens.fontSizeBase300, lineHeight: "1.25rem" },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: "none",
    maxHeight: "calc(100vh - 18rem)",
    overflowY: "auto",
  },
  item: { display: "flex", alignItems: "center" },
  places: { marginLeft: "auto" },
  foot: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: "8px",
    margin: "8px 8px 0",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
});

export interface ColumnsButtonProps {
  choice: ColumnChoice;
  onColumns: (columns: Column[]) => void;
  onUsual: () => void;
}

export function ColumnsButton(props: ColumnsButtonProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <Popover trapFocus positioning="below-end">
      <PopoverTrigger disableButtonEnhancement>
        <Tooltip relationship="label" content={t("groups.columns.button")}>
          <Button appearance="subtle" icon={<ColumnTripleRegular />} />
        </Tooltip>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label={t("groups.columns.title")}>
        <ColumnList {...props} />
      </PopoverSurface>
    </Popover>
  );
}

function ColumnList({ choice, onColumns, onUsual }: ColumnsButtonProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const chosen = chosenColumns(choice);
  const others = COLUMNS.filter((id) => !chosen.includes(id));
  return (
    <>
      <h2 className={styles.title}>{t("groups.columns.title")}</h2>
      <ul className={styles.list}>
        {[...chosen, ...others].map((id) => (
          <li key={id} className={styles.item}>
            <Checkbox
              checked={chosen.includes(id)}
              disabled={chosen.length === 1 && chosen[0] === id}
              label={t(`groups.column.${id}`)}
              onChange={() => onColumns(withToggled(choice, id))}
            />
            {chosen.includes(id) && (
              <Places
                id={id}
                chosen={chosen}
                onMove={(by) => onColumns(withMoved(choice, chosen, id, by))}
              />
            )}
          </li>
        ))}
      </ul>
      <div className={styles.foot}>
        <Button size="small" onClick={onUsual}>
          {t("groups.columns.usual")}
        </Button>
        <span>{t("groups.columns.hint")}</span>
      </div>
    </>
  );
}

interface PlacesProps {
  id: Column;
  chosen: readonly Column[];
  onMove: (by: number) => void;
}

function Places({ id, chosen, onMove }: PlacesProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const place = chosen.indexOf(id);
  const name = t(`groups.column.${id}`);
  return (
    <span className={styles.places}>
      <Button
        size="small"
        appearance="subtle"
        icon={<ArrowUpRegular />}
        aria-label={t("groups.columns.earlier", { name })}
        disabledFocusable={place === 0}
        onClick={() => onMove(-1)}
      />
      <Button
        size="small"
        appearance="subtle"
        icon={<ArrowDownRegular />}
        aria-label={t("groups.columns.later", { name })}
        disabledFocusable={place === chosen.length - 1}
        onClick={() => onMove(1)}
      />
    </span>
  );
}
