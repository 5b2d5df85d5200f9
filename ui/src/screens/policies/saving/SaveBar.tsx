/** What was begun and is not saved, with the way to do so; it stays at the foot of the screen meanwhile. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { tenure } from "@/theme/colors";

const useStyles = makeStyles({
  bar: {
    position: "sticky",
    bottom: "12px",
    zIndex: 4,
    display: "flex",
    alignItems: "center",
    flexWrap: "wrap",
    gap: "8px",
    padding: "10px 12px 10px 20px",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: "8px",
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tenure.tenureShadowFloat,
  },
  words: { flex: "1 1 14rem", minWidth: 0, overflowWrap: "anywhere" },
  count: { fontWeight: tokens.fontWeightSemibold },
  note: { display: "block", color: tokens.colorNeutralForeground2 },
  blocked: { color: tenure.tenureRed },
});

interface Props {
  /** What was changed, by name. */
  names: readonly string[];
  /** What it comes to, in a sentence. */
  note?: string | null;
  /** Why it cannot be saved yet. */
  blocked?: string | null;
  onDiscard: () => void;
  onSave: () => void;
}

export function SaveBar({ names, note = null, blocked = null, onDiscard, onSave }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  if (names.length === 0) return null;
  return (
    <div role="region" aria-label={t("policies.bar.label")} className={styles.bar}>
      <div role="status" className={styles.words}>
        <span className={styles.count}>{t("policies.bar.changes", { count: names.length })}</span>{" "}
        {blocked ? <span className={styles.blocked}>{blocked}</span> : names.join(", ")}
        {note && !blocked && <span className={styles.note}>{note}</span>}
      </div>
      <Button onClick={onDiscard}>{t("policies.bar.discard")}</Button>
      <Button appearance="primary" disabledFocusable={Boolean(blocked)} onClick={onSave}>
        {t("policies.bar.save")}
      </Button>
    </div>
  );
}
