/** Name, alias and description; the names are checked while one types, and can be corrected by one click. */
import { Field, Input, Textarea } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { NameField } from "./NameField";
import { Part, type PartProps } from "./Part";
import { useNameCheck } from "./useNameCheck";

/** As the service documents it. */
const LONGEST_DESCRIPTION = 1_024;

export function NameSection({ draft, details, fixed, problems }: PartProps) {
  const { t } = useTranslation();
  const verdict = useNameCheck(draft);
  const name = { draft, verdict, fixed, problems };
  return (
    <Part title={t("group.settings.names")}>
      <NameField {...name} property="displayName" label={t("group.settings.displayName")} />
      <NameField
        {...name}
        property="mailNickname"
        label={t("group.settings.mailNickname")}
        hint={t("group.settings.aliasHint")}
      />
      <Field
        label={t("group.settings.description")}
        hint={
          draft.value("description").length > LONGEST_DESCRIPTION
            ? t("group.settings.descriptionLong")
            : undefined
        }
        validationMessage={problems.get("description")}
      >
        <Textarea
          dir="auto"
          rows={3}
          resize="vertical"
          readOnly={fixed}
          value={draft.value("description")}
          onChange={(_event, data) => draft.set("description", data.value)}
        />
      </Field>
      <Field label={t("groups.detail.address")} hint={t("group.settings.addressHint")}>
        <Input readOnly value={details.summary.mail ?? t("groups.detail.noAddress")} />
      </Field>
    </Part>
  );
}
