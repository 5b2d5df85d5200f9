/** Which groups have no owner is only known of those whose people were read: how many, and a way on. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";

import { usePeopleReading } from "@/components/usePeople";
import type { GroupSummary } from "@/ipc/bindings";
import { formatNumber } from "@/lib/dates";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "4px 12px",
    width: "100%",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
});

/** So many are read without asking. */
const READ_ALL = 300;

export function OwnersNote({ groups }: { groups: readonly GroupSummary[] }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { unreadable, failed, reading, want } = usePeopleReading();
  const mine = groups.filter(({ owned }) => owned);
  const missing = mine.filter(({ id, people }) => people === null && !unreadable.has(id));
  const few = missing.length <= READ_ALL;
  useEffect(() => {
    if (few) want(missing.filter(({ id }) => !failed.has(id)));
  });
  if (missing.length === 0) return null;
  const known = mine.length - missing.length;
  const figures = { known: formatNumber(known), total: formatNumber(mine.length) };
  return (
    <div role="status" className={styles.root}>
      {t("groups.people.partly", { count: mine.length, ...figures })}
      {!reading && (
        <Button size="small" onClick={() => want(missing)}>
          {t("groups.people.readRest")}
        </Button>
      )}
    </div>
  );
}
