/** Where what is shown depends on people: of how many groups they are known, and a way to the rest. */
import { Button, makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import type { GroupSummary } from "@/ipc/bindings";
import { formatNumber } from "@/lib/dates";
import { usePeopleReading } from "@/components/usePeople";

const useStyles = makeStyles({
  root: {
    display: "flex",
    alignItems: "center",
    flexWrap: "wrap",
    gap: "4px 12px",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  bar: { flex: "0 1 160px" },
});

export function PeopleNotice({ groups }: { groups: readonly GroupSummary[] }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { unreadable, reading, want } = usePeopleReading();
  const missing = groups.filter(({ id, people }) => people === null && !unreadable.has(id));
  if (missing.length === 0) return null;
  const total = groups.length;
  const known = total - missing.length;
  const figures = { count: total, known: formatNumber(known), total: formatNumber(total) };
  return (
    <div role="status" className={styles.root}>
      <span>{t("groups.people.partly", figures)}</span>
      {reading ? (
        <ProgressBar
          className={styles.bar}
          value={known / total}
          aria-label={t("groups.people.reading")}
        />
      ) : (
        <Button size="small" onClick={() => want(missing)}>
          {t("groups.people.readRest")}
        </Button>
      )}
    </div>
  );
}
