/** One template: folded to its name and what is set; opened, each value with type, default and meaning. */
import { Badge, makeStyles, tokens } from "@fluentui/react-components";
import { ChevronDownRegular, ChevronRightRegular } from "@fluentui/react-icons";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";

import type { SettingsObject } from "@/ipc/bindings";
import { TemplateValues } from "./TemplateValues";

const useStyles = makeStyles({
  head: {
    display: "flex",
    alignItems: "flex-start",
    gap: "8px",
    width: "100%",
    padding: "10px 4px",
    border: "none",
    background: "none",
    color: "inherit",
    font: "inherit",
    textAlign: "left",
    cursor: "pointer",
    "& svg": { flex: "none", fontSize: "16px", marginTop: "2px" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  words: { flex: 1, minWidth: 0 },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  text: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  badge: { flex: "none" },
  body: { padding: "4px 4px 20px 28px" },
});

export function Template({ object }: { object: SettingsObject }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const body = useId();
  const set = object.values.filter((value) => value.set && value.value !== value.defaultValue);
  return (
    <>
      <button
        type="button"
        className={styles.head}
        aria-expanded={open}
        aria-controls={open ? body : undefined}
        onClick={() => setOpen(!open)}
      >
        {open ? <ChevronDownRegular aria-hidden /> : <ChevronRightRegular aria-hidden />}
        <span className={styles.words}>
          <span className={styles.name}>{object.displayName}</span>
          <span className={styles.text}>
            <br />
            {object.description ?? t("policies.templates.unknown")}
          </span>
        </span>
        <Badge
          className={styles.badge}
          appearance="tint"
          color={object.id === null ? "informative" : "brand"}
        >
          {object.id === null
            ? t("policies.templates.defaults")
            : t("policies.templates.differs", { count: set.length })}
        </Badge>
      </button>
      {open && (
        <div id={body} className={styles.body}>
          <TemplateValues object={object} />
        </div>
      )}
    </>
  );
}
