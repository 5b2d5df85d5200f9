/**
 * What the tenant's policies come to for this group. Whether guests can be added is a setting of its own,
 * saved at once and not with the form: it is another object of the service.
 */
import { makeStyles, Switch, tokens } from "@fluentui/react-components";
import { useId } from "react";
import { useTranslation } from "react-i18next";

import { useChange } from "@/components/jobs/useChange";
import type { ChangeRequest, GroupDetails, GuestSetting } from "@/ipc/bindings";
import { lockedWords } from "@/permissions/lockedWords";
import { useOpenGroup } from "../openGroup";
import { CoverageFact } from "../policy/CoverageFact";
import { guestWords } from "../policy/words";
import { Part } from "./Part";

const useStyles = makeStyles({
  line: { color: tokens.colorNeutralForeground2 },
  switch: { marginLeft: "-8px" },
  hint: {
    display: "block",
    marginTop: "-4px",
    paddingLeft: "48px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
});

const GUESTS = "AllowToAddGuests";

export function PolicySection({ details }: { details: GroupDetails }) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <Part title={t("group.settings.policy")}>
      <div className={styles.line}>
        <CoverageFact coverage={details.coverage} />
      </div>
      {details.guests && <Guests guests={details.guests} />}
    </Part>
  );
}

function Guests({ guests }: { guests: GuestSetting }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { groupId } = useOpenGroup();
  const { change, busy } = useChange();
  const hint = useId();
  const locked = guests.right.obstacle !== null || !guests.tenant;
  return (
    <div>
      <Switch
        className={styles.switch}
        label={t("group.guests.switch")}
        checked={guests.allowed}
        disabled={locked || busy}
        aria-describedby={hint}
        onChange={(_, { checked }) => void change(requestOf(groupId, guests, checked))}
      />
      <span id={hint} className={styles.hint}>
        {guestWords(t, guests)} {guests.tenant && lockedWords(t, guests.right)}
      </span>
    </div>
  );
}

/** The whole set, with the one value changed. */
function requestOf(groupId: string, guests: GuestSetting, allowed: boolean): ChangeRequest {
  const others = (guests.values ?? []).filter(({ name }) => name !== GUESTS);
  return {
    kind: "policySettings",
    templateId: guests.templateId,
    groupId,
    before: guests.values,
    after: [...others, { name: GUESTS, value: String(allowed) }],
  };
}
