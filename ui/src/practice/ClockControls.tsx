/** The practice clock: what it says, and how far it can be moved. */
import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { useNotify } from "@/components/notify";
import type { AdvanceBy, PracticeStatus } from "@/ipc/bindings";
import { formatDate } from "@/lib/dates";
import { usePracticeChange } from "./usePracticeChange";

const useStyles = makeStyles({
  root: { display: "grid", gap: "8px" },
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px" },
  ahead: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

export function ClockControls({ status }: { status: PracticeStatus }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const notify = useNotify();
  const advance = usePracticeChange("practice_advance", ({ now }) =>
    notify({ intent: "info", title: t("practice.moved", { when: formatDate(now, "moment") }) }),
  );
  const move = (by: AdvanceBy) => () => advance.mutate({ by });
  const busy = advance.isPending;
  const event = status.nextEvent;
  return (
    <div className={styles.root}>
      <Text weight="semibold">
        {t("practice.clock", { when: formatDate(status.now, "moment") })}
      </Text>
      <div className={styles.buttons} role="group" aria-label={t("practice.advance")}>
        <Button size="small" disabledFocusable={busy} onClick={move("day")}>
          {t("practice.day")}
        </Button>
        <Button size="small" disabledFocusable={busy} onClick={move("week")}>
          {t("practice.week")}
        </Button>
        {event && (
          <Button
            size="small"
            appearance="primary"
            disabledFocusable={busy}
            onClick={move("nextEvent")}
          >
            {t("practice.next")}
          </Button>
        )}
      </div>
      <span className={styles.ahead}>
        {event
          ? t(`practice.event.${event.kind}`, {
              group: event.groupName,
              when: formatDate(event.at, "moment"),
            })
          : t("practice.nothingAhead")}
      </span>
    </div>
  );
}
