/** The calendar of a group: a month, a week or the agenda, whatever state its mailbox is in. */
import { Button, makeStyles } from "@fluentui/react-components";
import { CalendarRegular, LockClosedRegular } from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";

import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { LoadingRows } from "@/components/LoadingRows";
import type { MailboxState } from "@/ipc/bindings";
import "./words";
import { Desk } from "./Desk";
import { useCalendar } from "./useCalendar";

const useStyles = makeStyles({
  actions: { display: "flex", justifyContent: "center", marginTop: "12px" },
});

export default function CalendarTab() {
  const { t } = useTranslation();
  const calendar = useCalendar();
  const { range, error, readAnew } = calendar;
  if (!range) {
    if (!error) return <LoadingRows rows={9} height={56} />;
    return <ErrorPanel error={error} title={t("calendar.failed")} onRetry={readAnew} />;
  }
  if (range.mailbox.state !== "ready") {
    return <NoMailbox mailbox={range.mailbox} onRetry={readAnew} reading={calendar.reading} />;
  }
  if (range.asOf === null && range.lastError) {
    return <ErrorPanel error={range.lastError} title={t("calendar.failed")} onRetry={readAnew} />;
  }
  return <Desk calendar={calendar} range={range} />;
}

interface NoMailboxProps {
  mailbox: Exclude<MailboxState, { state: "ready" }>;
  onRetry: () => void;
  reading: boolean;
}

function NoMailbox({ mailbox, onRetry, reading }: NoMailboxProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { state } = mailbox;
  const permission = state === "notPermitted" ? mailbox.permission : null;
  return (
    <>
      <EmptyState
        icon={state === "notPermitted" ? <LockClosedRegular /> : <CalendarRegular />}
        title={t(`calendar.mailbox.${state}.title`)}
        text={
          permission
            ? t("calendar.mailbox.notPermitted.permission", { permission })
            : t(`calendar.mailbox.${state}.text`)
        }
      />
      {state !== "none" && (
        <div className={styles.actions}>
          <Button disabledFocusable={reading} onClick={onRetry}>
            {t("group.lookAgain")}
          </Button>
        </div>
      )}
    </>
  );
}
