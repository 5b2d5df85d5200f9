/** Listens to files that are dragged onto the window, and says which of them could not be read. */
import { useEffect } from "react";
import { useTranslation } from "react-i18next";

import { commandErrorOf } from "@/components/errorWords";
import { useNotify } from "@/components/notify";
import { subscribe } from "@/ipc/events";
import { formatBytes } from "@/lib/dates";
import { draggedFiles } from "./draggedFiles";

export function DraggedFiles() {
  const { t } = useTranslation();
  const notify = useNotify();
  useEffect(() => {
    const dragged = draggedFiles((name, error) => {
      const { code, params } = commandErrorOf(error);
      const body =
        code === "tooLarge" && params.most !== null
          ? t("common.dropTooLarge", { most: formatBytes(params.most) })
          : t("common.dropUnread");
      notify({ intent: "failed", title: t("common.dropFailed", { name }), body });
    });
    return subscribe((event) => {
      if (event.kind === "filesDragged") void dragged(event);
    });
  }, [t, notify]);
  return null;
}
