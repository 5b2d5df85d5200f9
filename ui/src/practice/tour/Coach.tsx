/**
 * The guided tour: a panel below the screen, which never covers what it speaks of. It goes on by what really
 * happens to the groups, and can be left at any time.
 */
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircleFilled, CircleRegular, DismissRegular } from "@fluentui/react-icons";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";

import { VisuallyHidden } from "@/components/VisuallyHidden";
import { byExpiry, laneOf } from "@/lib/expiry";
import { links } from "@/lib/links";
import { tenure } from "@/theme/colors";
import { usePracticeChange } from "../usePracticeChange";
import type { Seen } from "./happened";
import { useProgress } from "./useProgress";
import { STEPS, useTour, type Step, type Tour } from "./useTour";

const useStyles = makeStyles({
  panel: {
    flex: "none",
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "8px 20px",
    padding: "10px 16px 10px 20px",
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
    "@media (forced-colors: active)": { borderTop: "2px solid Highlight" },
  },
  steps: { display: "flex", gap: "4px", margin: 0, padding: 0, listStyleType: "none" },
  step: { display: "grid", fontSize: "18px", color: tokens.colorNeutralForeground3 },
  current: { color: tokens.colorBrandForeground1 },
  done: { color: tenure.tenureGreen },
  words: { flex: "1 1 20rem", minWidth: 0 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: "none",
  },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  actions: { display: "flex", alignItems: "center", gap: "8px" },
});

export function Coach() {
  const tour = useTour();
  if (tour.state.at !== "running") return null;
  const { step } = tour.state;
  return <Running key={step} step={step} tour={tour} />;
}

function Running({ step, tour }: { step: Step; tour: Tour }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const seen = useProgress(step, tour.pass);
  const title = useRef<HTMLHeadingElement>(null);
  usePointing(step);
  useEffect(() => {
    // Who began it is led into it; later the focus stays with what one does.
    if (step === "renew") title.current?.focus();
  }, [step]);
  const none = step === "restore" && seen.deleted?.groups.length === 0;
  return (
    <section aria-label={t("tour.label")} className={styles.panel}>
      <Marks step={step} />
      <div className={styles.words} role="status">
        <h2 ref={title} tabIndex={-1} className={styles.title}>
          {t(`tour.step.${step}.title`)}
        </h2>
        <p className={styles.text}>
          {t(none ? "tour.step.restore.none" : `tour.step.${step}.text`)}
        </p>
      </div>
      <div className={styles.actions}>
        {none ? <Forward /> : step !== "end" && <There step={step} seen={seen} />}
        {step === "end" ? (
          <Button appearance="primary" onClick={() => tour.pass("end")}>
            {t("tour.finish")}
          </Button>
        ) : (
          <Button
            appearance="subtle"
            icon={<DismissRegular />}
            aria-label={t("tour.leave")}
            title={t("tour.leave")}
            onClick={tour.leave}
          />
        )}
      </div>
    </section>
  );
}

/** Marks on the screen what the step speaks of. */
function usePointing(step: Step): void {
  useEffect(() => {
    document.documentElement.dataset["coachStep"] = step;
    return () => {
      delete document.documentElement.dataset["coachStep"];
    };
  }, [step]);
}

function Marks({ step }: { step: Step }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const at = step === "end" ? STEPS.length : STEPS.indexOf(step);
  return (
    <ol aria-label={t("tour.label")} className={styles.steps}>
      {STEPS.map((each, index) => (
        <li
          key={each}
          aria-current={index === at ? "step" : undefined}
          className={mergeClasses(
            styles.step,
            index === at && styles.current,
            index < at && styles.done,
          )}
        >
          {index < at ? <CheckmarkCircleFilled aria-hidden /> : <CircleRegular aria-hidden />}
          <VisuallyHidden>
            {t(`tour.step.${each}.title`)} {index < at && t("tour.done")}
          </VisuallyHidden>
        </li>
      ))}
    </ol>
  );
}

/** Leads to the desk, with a group selected that the step can be done with. */
function There({ step, seen }: { step: Exclude<Step, "end">; seen: Seen }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const id = step === "restore" ? seen.deleted?.groups[0]?.id : soonest(step, seen);
  return (
    <Button onClick={() => void navigate(id ? links.renewal(id) : links.renewals)}>
      {t("tour.there")}
    </Button>
  );
}

function soonest(step: "renew" | "star", { groups: list }: Seen): string | undefined {
  const groups = list?.groups.filter(
    (group) =>
      group.owned &&
      laneOf(group, list.now) !== "never" &&
      (step === "renew" || group.favorite.marked !== true),
  );
  return groups?.sort(byExpiry)[0]?.id;
}

function Forward() {
  const { t } = useTranslation();
  const { mutate, isPending } = usePracticeChange("practice_advance");
  return (
    <Button
      appearance="primary"
      disabledFocusable={isPending}
      onClick={() => mutate({ by: "week" })}
    >
      {t("tour.step.restore.forward")}
    </Button>
  );
}
