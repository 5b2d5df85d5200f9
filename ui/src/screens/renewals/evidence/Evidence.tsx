/** Beside the queue: what is known of the selected group, and the decision. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { ErrorPanel } from "@/components/ErrorPanel";
import { GroupAvatar } from "@/components/GroupAvatar";
import { StarButton } from "@/components/StarButton";
import type { Decided, GroupList } from "@/ipc/bindings";
import { formatDate } from "@/lib/dates";
import { urgencyOf } from "@/lib/expiry";
import { DecisionButtons } from "../decisions/DecisionButtons";
import type { Asking } from "../decisions/useAsking";
import type { DeskGroup } from "../gone";
import { HistoryLink } from "../history/HistoryLink";
import type { Result } from "../useRenewals";
import type { Verdicts } from "../useVerdicts";
import { Ahead } from "./Ahead";
import { EvidenceFacts } from "./EvidenceFacts";
import { Summary } from "./Summary";
import { useEvidence } from "./useEvidence";

const useStyles = makeStyles({
  panel: {
    flex: "none",
    width: "21rem",
    display: "flex",
    flexDirection: "column",
    minHeight: 0,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    "@container desk (max-width: 60rem)": { width: "18rem" },
    "@container desk (max-width: 42rem)": { width: "15rem" },
    "@container desk (max-width: 31rem)": { width: "100%", borderLeft: "none" },
  },
  scroll: {
    flex: 1,
    minHeight: 0,
    overflow: "auto",
    display: "flex",
    flexDirection: "column",
    gap: "12px",
    padding: "16px 16px 20px",
    "@container desk (max-width: 31rem)": { flex: "none" },
  },
  top: { display: "flex", alignItems: "center", gap: "12px" },
  words: { flex: 1, minWidth: 0 },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
    display: "-webkit-box",
    WebkitBoxOrient: "vertical",
    WebkitLineClamp: "3",
    overflow: "hidden",
  },
  second: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

export interface EvidenceProps {
  group: DeskGroup;
  list: GroupList;
  decided: Decided | undefined;
  result: Result | undefined;
  /** The newest renewal, of whichever group. */
  latest: Result | undefined;
  verdicts: Verdicts;
  asking: Asking;
  onSelect: (groupId: string) => void;
  onStar: (group: DeskGroup, marked: boolean) => void;
}

export function Evidence(props: EvidenceProps) {
  const { group, list, result, decided, verdicts, onStar } = props;
  const styles = useStyles();
  const { t } = useTranslation();
  const state = useEvidence(group.id);
  return (
    <aside
      aria-label={t("renewals.evidence.label", { name: group.displayName })}
      className={styles.panel}
    >
      <div
        className={styles.scroll}
        tabIndex={0}
        role="region"
        aria-label={t("renewals.evidence.label", { name: group.displayName })}
      >
        <div className={styles.top}>
          <GroupAvatar group={group} size={40} />
          <div className={styles.words}>
            <h2 dir="auto" className={styles.name} title={group.displayName}>
              {group.displayName}
            </h2>
            <div className={styles.second}>
              <Second group={group} now={list.now} />
            </div>
          </div>
          {!group.gone && (
            <span data-coach="star">
              <StarButton group={group} onToggle={(marked) => onStar(group, marked)} />
            </span>
          )}
        </div>
        {result?.error != null && (
          <ErrorPanel
            error={result.error}
            title={t(`renewals.outcome.${result.step === "unknown" ? "unknown" : "failed"}`)}
            unchanged
            onRetry={() => verdicts.renew(group)}
          />
        )}
        <Summary group={group} state={state} decided={decided} now={list.now} />
        {!group.gone && <EvidenceFacts state={state} now={list.now} />}
        <Ahead group={group} now={list.now} />
        <HistoryLink group={group} />
      </div>
      <DecisionButtons {...props} outlook={state.known?.outlook ?? null} />
    </aside>
  );
}

function Second({ group, now }: { group: DeskGroup; now: string }) {
  const { t } = useTranslation();
  const { visibility, team, expires } = group;
  const parts = [t(`groups.visibility.${visibility}`)];
  if (team) parts.push(t("renewals.row.team"));
  if (group.gone) {
    parts.push(t("renewals.evidence.deleted", { date: formatDate(group.gone.deleted) }));
  } else if (expires === null) {
    parts.push(t("renewals.evidence.never"));
  } else {
    const over = urgencyOf(group, now) === "overdue";
    const date = formatDate(expires);
    parts.push(t(over ? "renewals.evidence.expired" : "renewals.evidence.expires", { date }));
  }
  return parts.join(" · ");
}
