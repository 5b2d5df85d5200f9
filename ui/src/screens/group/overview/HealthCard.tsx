/** Whether somebody can act for the group, in plain sentences with one verb each. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { CheckmarkCircleRegular, ErrorCircleRegular, WarningRegular } from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import type { HealthIssue } from "@/ipc/bindings";
import { membersQuery } from "@/ipc/queries";
import { tenure } from "@/theme/colors";
import { healthWords } from "../health";
import { HealthVerb } from "../HealthVerb";
import { canAct } from "../members/standing";
import { useOpenGroup } from "../openGroup";
import { Subject } from "./Subject";
import { Suggestions } from "./Suggestions";

const useStyles = makeStyles({
  issues: { display: "grid", gap: "12px", margin: 0, padding: 0, listStyleType: "none" },
  issue: {
    display: "flex",
    alignItems: "center",
    flexWrap: "wrap",
    gap: "8px 12px",
    "& > svg": { flex: "none", fontSize: "20px" },
  },
  words: { flex: "1 1 16rem", minWidth: 0, overflowWrap: "anywhere" },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function HealthCard() {
  const styles = useStyles();
  const { t } = useTranslation();
  const { details } = useOpenGroup();
  const issues = details?.health ?? [];
  const lonely = issues.some(({ kind }) => kind === "oneOwner" || kind === "noOwner");
  return (
    <Subject title={t("group.health.title")}>
      {issues.length === 0 && <Healthy />}
      {issues.length > 0 && (
        <ul className={styles.issues}>
          {issues.map((issue, index) => (
            <li key={index} className={styles.issue}>
              <IssueIcon issue={issue} />
              <span className={styles.words}>{healthWords(t, issue)}</span>
              <HealthVerb issue={issue} size="small" />
            </li>
          ))}
        </ul>
      )}
      {lonely && details?.peopleFixed === null && <Suggestions />}
    </Subject>
  );
}

function IssueIcon({ issue }: { issue: HealthIssue }) {
  return issue.kind === "noOwner" ? (
    <ErrorCircleRegular aria-hidden color={tenure.tenureRed} />
  ) : (
    <WarningRegular aria-hidden color={tenure.tenureAmber} />
  );
}

/** Nothing is claimed before the people were read. */
function Healthy() {
  const styles = useStyles();
  const { t } = useTranslation();
  const { groupId, details } = useOpenGroup();
  const { data: list } = useQuery(membersQuery(groupId));
  const known = details !== undefined && list !== undefined && list.asOf !== null;
  if (!known) return <div className={styles.quiet}>{t("group.health.unread")}</div>;
  const count = list.people.filter(canAct).length;
  if (count === 0) return <div className={styles.quiet}>{t("group.health.unknown")}</div>;
  return (
    <div className={styles.issue}>
      <CheckmarkCircleRegular aria-hidden color={tenure.tenureGreen} />
      <span className={styles.words}>{t("group.health.fine", { count })}</span>
    </div>
  );
}
