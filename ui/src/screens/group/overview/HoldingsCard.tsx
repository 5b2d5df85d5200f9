/** What the group holds, in figures: read when somebody looks at it. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { commandErrorOf, errorWords } from "@/components/errorWords";
import { holdingsQuery } from "@/ipc/queries";
import { figureWords } from "../holdings";
import { useOpenGroup } from "../openGroup";
import { Figures, type FigureRow } from "./Figures";
import { Subject } from "./Subject";

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground2 } });

export function HoldingsCard() {
  const styles = useStyles();
  const { t } = useTranslation();
  const { groupId } = useOpenGroup();
  const { data, error } = useQuery(holdingsQuery([groupId]));
  const holdings = data?.groups.find((each) => each.groupId === groupId);
  const parts = ["conversations", "files", "plans"] as const;
  const rows = parts.map((part): FigureRow => {
    const value = holdings ? figureWords(t, holdings[part]) : null;
    return [t(`group.holdings.${part}`), value];
  });
  if (holdings) {
    rows.push([
      t("group.holdings.team"),
      t(holdings.team ? "group.holdings.yes" : "group.holdings.no"),
    ]);
  }
  return (
    <Subject title={t("group.holdings.title")}>
      {error && !holdings ? (
        <div className={styles.quiet}>
          {t("group.holdings.failed", { why: errorWords(t, commandErrorOf(error)).title })}
        </div>
      ) : (
        <Figures rows={rows} />
      )}
    </Subject>
  );
}
