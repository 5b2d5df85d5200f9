/** The command palette: one field over every group, screen and action. */
import { Dialog, DialogSurface, Input, makeStyles, tokens } from "@fluentui/react-components";
import { SearchRegular } from "@fluentui/react-icons";
import { useId, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";

import { useReturnFocus } from "@/components/useReturnFocus";
import { closeOverlay } from "@/shortcuts/palette";
import { FindingList } from "./FindingList";
import { remember, useFindings, type Finding } from "./useFindings";

const useStyles = makeStyles({
  surface: { padding: 0, maxWidth: "600px", marginTop: "12vh", overflow: "hidden" },
  input: {
    width: "100%",
    padding: "8px 12px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: 0,
  },
  foot: {
    padding: "10px 16px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
});

export default function CommandPalette() {
  const styles = useStyles();
  const { t } = useTranslation();
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  const list = useId();
  useReturnFocus();
  const findings = useFindings(query);
  const choose = (finding: Finding | undefined) => {
    if (!finding) return;
    remember(finding.id);
    closeOverlay();
    finding.run();
  };
  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setActive((active + step + findings.length) % Math.max(findings.length, 1));
    else if (event.key === "Enter") choose(findings[active]);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && closeOverlay()}>
      <DialogSurface className={styles.surface} aria-label={t("shell.palette.title")}>
        <Input
          className={styles.input}
          appearance="filled-lighter"
          size="large"
          value={query}
          contentBefore={<SearchRegular />}
          placeholder={t("shell.palette.placeholder")}
          onKeyDown={move}
          onChange={(_, data) => {
            setQuery(data.value);
            setActive(0);
          }}
          input={{
            role: "combobox",
            "aria-label": t("shell.palette.title"),
            "aria-expanded": true,
            "aria-controls": list,
            "aria-autocomplete": "list",
            "aria-activedescendant": findings[active] && `${list}-${active}`,
          }}
        />
        <FindingList id={list} findings={findings} active={active} onChoose={choose} />
        <div className={styles.foot} aria-live="polite">
          {findings.length > 0
            ? `${t("shell.palette.results", { count: findings.length })} · ${t("shell.palette.hint")}`
            : t("shell.palette.none", { query })}
        </div>
      </DialogSurface>
    </Dialog>
  );
}
