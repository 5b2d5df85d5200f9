/** Takes a file that is dropped anywhere on the window, and shows that it would. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { DocumentAddRegular } from "@fluentui/react-icons";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { tenure } from "@/theme/colors";
import { useOpenGroup } from "../openGroup";

const useStyles = makeStyles({
  over: {
    position: "fixed",
    inset: "12px",
    zIndex: 100,
    display: "grid",
    placeItems: "center",
    pointerEvents: "none",
    border: `2px dashed ${tokens.colorCompoundBrandStroke}`,
    borderRadius: "12px",
    backgroundColor: `color-mix(in srgb, ${tokens.colorNeutralBackground1} 80%, transparent)`,
  },
  words: {
    display: "flex",
    alignItems: "center",
    gap: "12px",
    padding: "16px 24px",
    borderRadius: "8px",
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tenure.tenureShadowFloat,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    "& svg": { fontSize: "24px", color: tokens.colorBrandForeground1 },
  },
});

const hasFiles = ({ dataTransfer }: DragEvent): boolean =>
  dataTransfer?.types.includes("Files") ?? false;

export function DropTarget({ disabled }: { disabled: boolean }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { adding, addPeople, summary } = useOpenGroup();
  const over = useFileDrop((file) => {
    if (disabled) return;
    addPeople(adding.role);
    adding.checkFile(file);
  });
  if (!over || disabled) return null;
  return (
    <div className={styles.over}>
      <div className={styles.words}>
        <DocumentAddRegular aria-hidden />
        {t("group.add.dropHere", { name: summary.displayName })}
      </div>
    </div>
  );
}

/** Whether a file is over the window. Also where nothing takes it, it must not replace the page. */
function useFileDrop(onFile: (file: File) => void): boolean {
  const [over, setOver] = useState(false);
  const latest = useRef(onFile);
  useEffect(() => {
    latest.current = onFile;
  });
  useEffect(() => {
    // Every element that the pointer crosses tells of entering and leaving.
    let depth = 0;
    const set = (next: number) => {
      depth = Math.max(0, next);
      setOver(depth > 0);
    };
    const enter = (event: DragEvent) => hasFiles(event) && set(depth + 1);
    const leave = (event: DragEvent) => hasFiles(event) && set(depth - 1);
    const hover = (event: DragEvent) => hasFiles(event) && event.preventDefault();
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      set(0);
      const file = event.dataTransfer?.files[0];
      if (file) latest.current(file);
    };
    const listeners = { dragenter: enter, dragleave: leave, dragover: hover, drop };
    Object.entries(listeners).forEach(([name, listener]) =>
      window.addEventListener(name as "drop", listener),
    );
    return () =>
      Object.entries(listeners).forEach(([name, listener]) =>
        window.removeEventListener(name as "drop", listener),
      );
  }, []);
  return over;
}
