/** Whether people from outside can be in groups, and what they can be there. */
import { useTranslation } from "react-i18next";

import { isTrue, valueOf } from "../context";
import { Section } from "../Section";
import { GroupSettingsArea } from "./GroupSettingsArea";
import { Values } from "./Values";

const NAMES = [
  "AllowToAddGuests",
  "AllowGuestsToAccessGroups",
  "AllowGuestsToBeGroupOwner",
] as const;

export function GuestsArea() {
  const { t } = useTranslation();
  return (
    <GroupSettingsArea area="guests">
      {(object, editing, locked) => (
        <Section
          title={t(`policies.guests.title.${isTrue(valueOf(object, "AllowToAddGuests"))}`)}
          text={t("policies.guests.text")}
        >
          <Values object={object} names={NAMES} editing={editing} locked={locked} />
        </Section>
      )}
    </GroupSettingsArea>
  );
}
