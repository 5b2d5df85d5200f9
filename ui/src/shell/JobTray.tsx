/** The jobs that are not over, and what those came to that were started here; beside the rail. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { SubtractRegular } from "@fluentui/react-icons";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";

import { JobCard } from "@/components/jobs/JobCard";
import type { Job } from "@/ipc/bindings";
import { formatNumber } from "@/lib/dates";
import { links } from "@/lib/links";
import { tenure } from "@/theme/colors";

/** More than these would cover the screen. */
const SHOWN = 3;

const useStyles = makeStyles({
  tray: {
    position: "absolute",
    zIndex: 5,
    left: "5.25rem",
    bottom: "12px",
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    width: "23rem",
    maxWidth: "calc(100vw - 6.5rem)",
    maxHeight: "calc(100% - 24px)",
    padding: "8px",
    overflowY: "auto",
    borderRadius: "8px",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    boxShadow: tenure.tenureShadowFloat,
    animationName: {
      from: { opacity: 0, transform: "translateY(8px)" },
      to: { opacity: 1, transform: "none" },
    },
    animationDuration: "150ms",
    animationTimingFunction: "ease-out",
    "@media (prefers-reduced-motion: reduce)": { animationName: "none" },
  },
  head: { display: "flex", alignItems: "center", padding: "0 0 0 6px" },
  title: {
    flex: 1,
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** What floats at the bottom of a screen stands beside the tray while it is open. */
function takeRoom(): () => void {
  const { style } = document.documentElement;
  style.setProperty("--tray-width", "24rem");
  return () => style.removeProperty("--tray-width");
}

interface Props {
  id: string;
  jobs: readonly Job[];
  /** Whether the person opened it, and so wants the focus in it. */
  asked: boolean;
  onHide: () => void;
}

export function JobTray({ id, jobs, asked, onHide }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const navigate = useNavigate();
  const tray = useRef<HTMLElement>(null);
  useEffect(() => {
    if (asked) tray.current?.querySelector("button")?.focus();
  }, [asked]);
  useEffect(takeRoom, []);
  const more = jobs.length - SHOWN;
  return (
    <section
      ref={tray}
      id={id}
      aria-label={t("jobs.tray.label")}
      className={styles.tray}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.stopPropagation();
        onHide();
      }}
    >
      <div className={styles.head}>
        <h2 className={styles.title}>{t("jobs.tray.label")}</h2>
        <Button
          size="small"
          appearance="subtle"
          icon={<SubtractRegular />}
          aria-label={t("jobs.tray.hide")}
          onClick={onHide}
        />
      </div>
      {jobs.slice(0, SHOWN).map((job) => (
        <JobCard key={job.jobId} job={job} />
      ))}
      {more > 0 && (
        <Button
          size="small"
          appearance="subtle"
          onClick={() => (onHide(), void navigate(links.activity))}
        >
          {t("jobs.tray.more", { count: more, shown: formatNumber(more) })}
        </Button>
      )}
    </section>
  );
}
