/** Beside the queue: what is known of the selected group, and the decision. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { Card } from "@/components/Card";
import { ErrorPanel } from "@/components/ErrorPanel";
import { GroupAvatar } from "@/components/GroupAvatar";
import { StarButton } from "@/components/StarButton";
import type { GroupList, GroupSummary } from "@/ipc/bindings";
import { formatDate } from "@/lib/dates";
import { urgencyOf } from "@/lib/expiry";
import { Ahead } from "./Ahead";
import { DecisionButtons } from "./DecisionButtons";
import { EvidenceFacts } from "./EvidenceFacts";
import type { Result } from "./useDecisions";
import { useHealth } from "./useHealth";

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
  health: { padding: "14px" },
});

export interface EvidenceProps {
  group: GroupSummary;
  list: GroupList;
  unreadable: boolean;
  result: Result | undefined;
  /** The newest renewal, of whichever group. */
  latest: Result | undefined;
  onSelect: (groupId: string) => void;
  onRenew: (group: GroupSummary) => Promise<void>;
  onStar: (group: GroupSummary, marked: boolean) => void;
}

export function Evidence(props: EvidenceProps) {
  const { group, list, unreadable, result, onRenew, onStar } = props;
  const styles = useStyles();
  const { t } = useTranslation();
  const health = useHealth(group, unreadable);
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
          <StarButton group={group} onToggle={(marked) => onStar(group, marked)} />
        </div>
        {result?.error != null && (
          <ErrorPanel
            error={result.error}
            title={t(`renewals.outcome.${result.decision === "unknown" ? "unknown" : "failed"}`)}
            unchanged
            onRetry={() => void onRenew(group)}
          />
        )}
        <Card className={styles.health}>{health}</Card>
        <EvidenceFacts group={group} unreadable={unreadable} />
        <Ahead group={group} now={list.now} />
      </div>
      <DecisionButtons {...props} />
    </aside>
  );
}

function Second({ group, now }: { group: GroupSummary; now: string }) {
  const { t } = useTranslation();
  const { visibility, team, expires } = group;
  const parts = [t(`groups.visibility.${visibility}`)];
  if (team) parts.push(t("renewals.row.team"));
  if (expires === null) {
    parts.push(t("renewals.evidence.never"));
  } else {
    const over = urgencyOf(group, now) === "overdue";
    const date = formatDate(expires);
    parts.push(t(over ? "renewals.evidence.expired" : "renewals.evidence.expires", { date }));
  }
  return parts.join(" · ");
}
