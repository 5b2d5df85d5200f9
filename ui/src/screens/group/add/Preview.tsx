/** What a list came to, line by line, before anything is written. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";

import type { LineVerdict, PeopleChecked } from "@/ipc/bindings";
import { formatNumber } from "@/lib/dates";
import { useOpenGroup } from "../openGroup";
import { CheckedLines } from "./CheckedLines";
import { RoleChoice } from "./RoleChoice";
import { VerdictChips } from "./VerdictChips";

const useStyles = makeStyles({
  from: { color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  small: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  again: { alignSelf: "flex-start", minWidth: 0, marginLeft: "-12px" },
});

export function Preview({ checked }: { checked: PeopleChecked }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { adding } = useOpenGroup();
  const { role, setRole, leavePreview, checking } = adding;
  const [only, setOnly] = useState<LineVerdict | null>(null);
  const { shown, lines: count, fileName, columns } = checked;
  const lines = useMemo(
    () => (only === null ? shown : shown.filter(({ verdict }) => verdict === only)),
    [only, shown],
  );
  const figures = { count, shown: formatNumber(count), file: fileName };
  return (
    <>
      <div className={styles.from}>
        {t(fileName ? "group.add.fromFileLines" : "group.add.fromTextLines", figures)}{" "}
        {t("jobs.plan.nothingWritten")}
      </div>
      {columns.length > 0 && (
        <div className={styles.small}>
          {t("group.add.columns", { columns: columns.map((each) => `“${each}”`).join(", ") })}
        </div>
      )}
      <RoleChoice role={role} onRole={setRole} />
      <VerdictChips counts={checked.counts} only={only} onOnly={setOnly} />
      {checking && <div role="status">{t("group.add.checking")}</div>}
      <CheckedLines lines={lines} />
      {shown.length < count && (
        <div className={styles.small}>
          {t("group.add.firstLines", { shown: formatNumber(shown.length) })}
        </div>
      )}
      <Button className={styles.again} appearance="transparent" onClick={leavePreview}>
        {t("group.add.back")}
      </Button>
    </>
  );
}
