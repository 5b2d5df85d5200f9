/** Whether and when the desktop tells of groups that are about to expire, and what stays when the window is closed. */
import { Field, Input, makeStyles, Switch, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useNotifyFailure } from "@/components/notify";
import type { NoticeSettings } from "@/ipc/bindings";
import { useChangeSettings, useSettings } from "@/ipc/session";
import { Section } from "./Section";

const useStyles = makeStyles({
  switches: { display: "grid" },
  times: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "flex-start",
    gap: "12px",
    padding: "0 0 8px 48px",
  },
  time: { width: "8rem" },
  hint: {
    paddingLeft: "48px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

export function NoticesSection() {
  const styles = useStyles();
  const { t } = useTranslation();
  const { notices } = useSettings();
  const settings = useChangeSettings();
  const failed = useNotifyFailure();
  const change = (changed: Partial<NoticeSettings>) =>
    settings.mutate(
      { notices: { ...notices, ...changed } },
      { onError: (error) => failed(error, t("settings.notSet")) },
    );
  const { enabled, quiet, at, quietFrom, quietUntil } = notices;
  return (
    <Section title={t("settings.notices.title")} text={t("settings.notices.text")}>
      <div className={styles.switches}>
        <Switch
          checked={enabled}
          label={t("settings.notices.enabled")}
          onChange={(_, { checked }) => change({ enabled: checked })}
        />
        {enabled ? (
          <>
            <div className={styles.times}>
              <TimeField
                label={t("settings.notices.at")}
                value={at}
                hint={
                  quiet && isWithin(at, quietFrom, quietUntil)
                    ? t("settings.notices.atQuiet")
                    : undefined
                }
                onSet={(time) => change({ at: time })}
              />
            </div>
            <Switch
              checked={quiet}
              label={t("settings.notices.quiet")}
              onChange={(_, { checked }) => change({ quiet: checked })}
            />
            {quiet && (
              <div className={styles.times}>
                <TimeField
                  label={t("settings.notices.from")}
                  value={quietFrom}
                  onSet={(time) => change({ quietFrom: time })}
                />
                <TimeField
                  label={t("settings.notices.until")}
                  value={quietUntil}
                  hint={quietUntil <= quietFrom ? t("settings.notices.overnight") : undefined}
                  onSet={(time) => change({ quietUntil: time })}
                />
              </div>
            )}
          </>
        ) : (
          <div className={styles.hint}>{t("settings.notices.off")}</div>
        )}
        <Switch
          checked={notices.startWithSession}
          label={t("settings.notices.startWithSession")}
          onChange={(_, { checked }) => change({ startWithSession: checked })}
        />
        <Switch
          checked={notices.tray}
          label={t("settings.notices.tray")}
          onChange={(_, { checked }) => change({ tray: checked })}
        />
        <div className={styles.hint}>{t("settings.notices.trayHint")}</div>
      </div>
    </Section>
  );
}

/** Whether a time of day lies within a span that may go over midnight. */
function isWithin(at: string, from: string, until: string): boolean {
  return from <= until ? at >= from && at < until : at >= from || at < until;
}

interface TimeProps {
  label: string;
  /** A time of day, such as 09:00:00. */
  value: string;
  hint?: string;
  onSet: (time: string) => void;
}

/** Set once it is whole: half a time while one types is none. */
function TimeField({ label, value, hint, onSet }: TimeProps) {
  const styles = useStyles();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Field label={label} hint={hint} className={styles.time}>
      <Input
        type="time"
        value={typed ?? value.slice(0, 5)}
        onBlur={() => setTyped(null)}
        onChange={(_, data) => {
          setTyped(data.value);
          if (/^\d\d:\d\d$/.test(data.value)) onSet(`${data.value}:00`);
        }}
      />
    </Field>
  );
}
