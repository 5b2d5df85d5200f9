/** Who is invited: the whole group, or some people. */
import { Checkbox, makeStyles } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { PeoplePicker } from "@/components/people/PeoplePicker";
import type { EventFinding, Invitee, Person } from "@/ipc/bindings";
import { useOpenGroup } from "../../openGroup";
import type { Draft } from "./draft";
import { Findings } from "./Findings";

const useStyles = makeStyles({ root: { display: "grid", gap: "4px" } });

interface Props {
  draft: Draft;
  onDraft: (part: Partial<Draft>) => void;
  findings: readonly EventFinding[];
}

/** Who is invited is known by name and address alone. */
const personOf = ({ person: { name, address } }: Invitee): Person => ({
  id: address,
  displayName: name,
  address,
  jobTitle: null,
  kind: "member",
  enabled: null,
});

export function PeopleFields({ draft, onDraft, findings }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { summary } = useOpenGroup();
  const picked = (people: readonly Person[]) => {
    const before = new Map(draft.attendees.map((each) => [each.person.address, each]));
    const attendees = new Map<string, Invitee>();
    for (const { displayName: name, address } of people) {
      if (!address) continue;
      attendees.set(address, before.get(address) ?? { person: { name, address }, optional: false });
    }
    onDraft({ attendees: [...attendees.values()] });
  };
  return (
    <div className={styles.root}>
      <PeoplePicker
        label={t("calendar.form.somePeople")}
        picked={draft.attendees.map(personOf)}
        onPicked={picked}
      />
      <Checkbox
        label={t("calendar.form.wholeGroup")}
        title={t("calendar.form.wholeGroupHint", { name: summary.displayName })}
        checked={draft.wholeGroup}
        onChange={(_, { checked }) => onDraft({ wholeGroup: checked === true })}
      />
      <Findings findings={findings} />
    </div>
  );
}
