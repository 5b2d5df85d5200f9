/** An event in full: when, where, who, its text; and what can be done about it. */
import { Button, makeStyles, tokens, Tooltip } from "@fluentui/react-components";
import { DismissRegular, OpenRegular } from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { ErrorPanel } from "@/components/ErrorPanel";
import { LoadingRows } from "@/components/LoadingRows";
import { useOpenExternal } from "@/components/useOpenExternal";
import type { CalendarEvent, EventDetails } from "@/ipc/bindings";
import { eventQuery } from "@/ipc/queries";
import { useOpenGroup } from "../openGroup";
import { AnswerForm } from "./AnswerForm";
import { Facts, Marks, When } from "./EventFacts";

const useStyles = makeStyles({
  top: { display: "flex", alignItems: "flex-start", gap: "4px", padding: "12px 8px 8px 16px" },
  title: {
    flex: 1,
    minWidth: 0,
    margin: "4px 0 0",
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
    outlineStyle: "none",
  },
  struck: { textDecorationLine: "line-through", color: tokens.colorNeutralForeground3 },
  body: {
    flex: 1,
    minHeight: 0,
    overflowY: "auto",
    display: "grid",
    alignContent: "start",
    gap: "10px",
    padding: "2px 16px 14px",
    outlineStyle: "none",
  },
  foot: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "8px",
    padding: "10px 16px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

export interface CardActions {
  mayChange: boolean;
  onChange: (details: EventDetails) => void;
  onCancel: (details: EventDetails) => void;
}

interface Props extends CardActions {
  event: CalendarEvent;
  zone: string;
  before: ReactNode;
  onClose: () => void;
}

export function EventCard({ event, zone, before, onClose, ...actions }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { groupId } = useOpenGroup();
  const { data: details, error, refetch } = useQuery(eventQuery(groupId, event.id));
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const shown = details?.event ?? event;
  return (
    <>
      <div className={styles.top}>
        {before}
        <h2
          ref={title}
          tabIndex={-1}
          className={`${styles.title} ${shown.cancelled ? styles.struck : ""}`}
        >
          <bdi>{shown.subject || t("calendar.noSubject")}</bdi>
        </h2>
        {details?.webUrl && <OutlookButton url={details.webUrl} />}
        <Button
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={t("common.close")}
          onClick={onClose}
        />
      </div>
      <div
        className={styles.body}
        tabIndex={0}
        role="group"
        aria-label={t("calendar.details.open")}
      >
        <Marks event={shown} />
        <When event={shown} zone={zone} details={details} />
        {error && (
          <ErrorPanel
            error={error}
            title={t("calendar.details.failed")}
            onRetry={() => void refetch()}
          />
        )}
        {!details && !error && <LoadingRows rows={3} height={28} />}
        {details && <Facts details={details} />}
      </div>
      {details && <Foot details={details} onClose={onClose} {...actions} />}
    </>
  );
}

function OutlookButton({ url }: { url: string }) {
  const { t } = useTranslation();
  const open = useOpenExternal();
  return (
    <Tooltip relationship="label" content={t("calendar.details.outlook")}>
      <Button appearance="subtle" icon={<OpenRegular />} onClick={() => open(url)} />
    </Tooltip>
  );
}

function Foot(props: { details: EventDetails; onClose: () => void } & CardActions) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { details, mayChange, onChange, onCancel, onClose } = props;
  const { event } = details;
  if (!mayChange || event.cancelled) return null;
  if (!event.organizer) return <AnswerForm details={details} onDone={onClose} />;
  return (
    <div className={styles.foot}>
      <Button appearance="primary" onClick={() => onChange(details)}>
        {t("calendar.details.change")}
      </Button>
      <Button onClick={() => onCancel(details)}>{t("calendar.details.cancel")}</Button>
    </div>
  );
}
