/** What goes with all of them together, figures first. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import type { Holdings } from "@/ipc/bindings";
import { sumsOf } from "./holdings";
import { isPartial, sumWords } from "./words";

const useStyles = makeStyles({
  sentence: { margin: 0 },
  list: { margin: "4px 0 0", paddingLeft: "20px" },
  item: { fontWeight: tokens.fontWeightSemibold },
  quiet: { margin: "4px 0 0", color: tokens.colorNeutralForeground2 },
});

export function HoldingsSum({ holdings }: { holdings: readonly Holdings[] }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const sums = sumsOf(holdings);
  const words = sumWords(t, sums);
  return (
    <div role="status">
      <p className={styles.sentence}>
        {t(words.length > 0 ? "groups.delete.goes" : "groups.delete.nothing")}
      </p>
      {words.length > 0 && (
        <ul className={styles.list}>
          {words.map((each) => (
            <li key={each} className={styles.item}>
              {each}
            </li>
          ))}
        </ul>
      )}
      {isPartial(sums) && <p className={styles.quiet}>{t("groups.delete.notAll")}</p>}
    </div>
  );
}
