/** Somebody leaves: all that they own of one's groups goes to somebody else, in one plan. */
import { Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { PersonSwapRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { EmptyState } from "@/components/EmptyState";
import { PeoplePicker } from "@/components/people/PeoplePicker";
import type { Person } from "@/ipc/bindings";
import { HandOverPlan } from "./HandOverPlan";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: "16px", minHeight: 0, flex: 1 },
  pickers: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(18rem, 1fr))",
    gap: "12px 24px",
    maxWidth: "64rem",
  },
  meaning: {
    display: "block",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function Leaving() {
  const styles = useStyles();
  const { t } = useTranslation();
  const [from, setFrom] = useState<Person | null>(null);
  const [to, setTo] = useState<Person | null>(null);
  const [removeMembership, setRemove] = useState(true);
  const both = from && to && { from, to };
  return (
    <div className={styles.root}>
      <div className={styles.pickers}>
        <One label={t("across.leaving.from")} person={from} onPerson={setFrom} />
        <One label={t("across.leaving.to")} person={to} onPerson={setTo} />
      </div>
      <Checkbox
        checked={removeMembership}
        label={
          <>
            {t("across.leaving.membership")}
            <span className={styles.meaning}>{t("across.leaving.membershipMeans")}</span>
          </>
        }
        onChange={(_event, { checked }) => setRemove(checked === true)}
      />
      {!both && (
        <EmptyState
          icon={<PersonSwapRegular />}
          title={t("across.leaving.begin.title")}
          text={t("across.leaving.begin.text")}
        />
      )}
      {both && both.from.id === both.to.id && (
        <div role="status" className={styles.quiet}>
          {t("across.leaving.same")}
        </div>
      )}
      {both && both.from.id !== both.to.id && (
        <HandOverPlan
          key={`${both.from.id} ${both.to.id} ${String(removeMembership)}`}
          {...both}
          removeMembership={removeMembership}
          onStarted={() => {
            setFrom(null);
            setTo(null);
          }}
        />
      )}
    </div>
  );
}

interface OneProps {
  label: string;
  person: Person | null;
  onPerson: (person: Person | null) => void;
}

/** One person only: who is picked next takes the place. */
function One({ label, person, onPerson }: OneProps) {
  return (
    <PeoplePicker
      label={label}
      role="ownerAndMember"
      picked={person ? [person] : []}
      onPicked={(people) => onPerson(people.at(-1) ?? null)}
    />
  );
}
