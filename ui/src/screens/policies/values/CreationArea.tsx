/** Who may create groups: everybody, or administrators and the members of one group. */
import { useTranslation } from "react-i18next";

import { creationWords } from "../answer";
import { usePolicies } from "../context";
import { Section } from "../Section";
import { GroupSettingsArea } from "./GroupSettingsArea";
import { Values } from "./Values";

const NAMES = ["EnableGroupCreation", "GroupCreationAllowedGroupId"] as const;

export function CreationArea() {
  const { t } = useTranslation();
  const { settings } = usePolicies();
  const creators = settings.state === "known" ? (settings.creators?.displayName ?? null) : null;
  return (
    <GroupSettingsArea area="creation">
      {(object, editing, locked) => (
        <Section
          title={t("policies.creation.title", { who: creationWords(t, object, creators) })}
          text={t("policies.creation.text")}
        >
          <Values object={object} names={NAMES} editing={editing} locked={locked} />
        </Section>
      )}
    </GroupSettingsArea>
  );
}
