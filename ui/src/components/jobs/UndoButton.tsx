/** Undoes one item, where that can be done now. */
import { Button, makeStyles } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { VisuallyHidden } from "@/components/VisuallyHidden";
import type { ActivityItem } from "@/ipc/bindings";
import { useUndo } from "./useUndo";
import { itemWords } from "./words";

const useStyles = makeStyles({ button: { flex: "none" } });

export function UndoButton({ item }: { item: ActivityItem }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { undo, busy } = useUndo();
  if (!item.undoable) return null;
  const { jobId, index } = item;
  return (
    <Button
      size="small"
      className={styles.button}
      disabledFocusable={busy}
      onClick={() => void undo({ jobId, index })}
    >
      {t("common.undo")}
      <VisuallyHidden>: {itemWords(t, item)}</VisuallyHidden>
    </Button>
  );
}
