/** The facts beside the decision: people, and when what happened. */
import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { Card } from "@/components/Card";
import { MembersFact, OwnersFact } from "@/components/PeopleFacts";
import type { GroupSummary } from "@/ipc/bindings";
import { formatDate } from "@/lib/dates";

const useStyles = makeStyles({
  facts: { margin: 0, padding: "4px 14px" },
  fact: {
    display: "grid",
    gridTemplateColumns: "6.5rem minmax(0, 1fr)",
    gap: "8px",
    padding: "9px 0",
    ":not(:last-child)": { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  name: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, overflowWrap: "anywhere" },
});

export function EvidenceFacts({ group, unreadable }: { group: GroupSummary; unreadable: boolean }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const people = group.people ?? (unreadable ? null : undefined);
  const date = (instant: string | null) => (instant === null ? "–" : formatDate(instant));
  return (
    <Card>
      <dl className={styles.facts}>
        <Fact name={t("renewals.evidence.owners")}>
          <OwnersFact people={people} />
        </Fact>
        <Fact name={t("renewals.evidence.members")}>
          <MembersFact people={people} />
        </Fact>
        <Fact name={t("renewals.evidence.renewed")}>{date(group.renewed)}</Fact>
        <Fact name={t("renewals.evidence.created")}>{date(group.created)}</Fact>
      </dl>
    </Card>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.fact}>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  );
}
