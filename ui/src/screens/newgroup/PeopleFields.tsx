/** Owners and members of the new group: found while one types, or pasted by address, any number of them. */
import { Link, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { PeoplePicker } from "@/components/people/PeoplePicker";
import type { Person } from "@/ipc/bindings";
import { formatNumber } from "@/lib/dates";
import type { ChangeDraft, Draft } from "./draft";
import { usePastedPeople } from "./usePastedPeople";

const useStyles = makeStyles({
  field: { display: "grid", gap: "4px" },
  pasted: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: "anywhere",
  },
});

interface Props {
  draft: Draft;
  onChange: ChangeDraft;
}

export function PeopleFields({ draft, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <PeopleField
        label={t("newgroup.owners")}
        role="owner"
        picked={draft.owners}
        onPicked={(owners) => onChange({ owners })}
      />
      <PeopleField
        label={t("newgroup.members")}
        role="member"
        picked={draft.members}
        onPicked={(members) => onChange({ members })}
      />
    </>
  );
}

interface FieldProps {
  label: string;
  role: "owner" | "member";
  picked: readonly Person[];
  onPicked: (people: readonly Person[]) => void;
}

function PeopleField({ label, role, picked, onPicked }: FieldProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const pasted = usePastedPeople(picked, onPicked);
  const { looking, unknown } = pasted;
  return (
    <div className={styles.field}>
      <PeoplePicker
        label={label}
        role={role}
        picked={picked}
        onPicked={onPicked}
        onPasteList={pasted.paste}
      />
      <div role="status">
        {looking > 0 && (
          <Spinner
            size="tiny"
            labelPosition="after"
            label={t("newgroup.pasted.looking", { count: looking, shown: formatNumber(looking) })}
          />
        )}
        {unknown.length > 0 && (
          <p className={styles.pasted}>
            {t("newgroup.pasted.unknown", {
              count: unknown.length,
              shown: formatNumber(unknown.length),
              list: unknown.slice(0, 10).join(", "),
            })}{" "}
            <Link inline onClick={pasted.forget}>
              {t("newgroup.pasted.forget")}
            </Link>
          </p>
        )}
      </div>
    </div>
  );
}
