/** What the group is recognised by, and how it is classified: photo, theme, classification or label. */
import { Field, makeStyles, Radio, RadioGroup, Select } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { THEMES, ThemeName } from "../ThemeName";
import { Part, type PartProps } from "./Part";
import { PhotoField } from "./PhotoField";

const useStyles = makeStyles({
  themes: { flexWrap: "wrap", columnGap: "4px", marginLeft: "-8px" },
});

export function LookSection(props: PartProps) {
  const { t } = useTranslation();
  return (
    <Part title={t("group.settings.look")}>
      <PhotoField fixed={props.fixed} beingSetUp={props.details.beingSetUp} />
      <ThemeField {...props} />
      {props.details.classifications.length > 0 && <ClassificationField {...props} />}
      {props.details.labels && <LabelField {...props} />}
    </Part>
  );
}

function LabelField({ draft, details, fixed, problems }: PartProps) {
  const { t } = useTranslation();
  const value = draft.value("label");
  const choices = details.labelChoices;
  const known = choices.some(({ id }) => id === value?.id);
  return (
    <Field
      label={t("group.settings.sensitivity")}
      hint={t("group.settings.sensitivityHint")}
      validationMessage={problems.get("label")}
    >
      <Select
        value={value?.id ?? ""}
        disabled={fixed}
        onChange={(_event, data) =>
          draft.set("label", choices.find(({ id }) => id === data.value) ?? null)
        }
      >
        {/* One that none of one's own groups has, or nothing at all, is shown and can only be left. */}
        {!known && (
          <option value={value?.id ?? ""}>
            {value?.displayName ?? t("group.settings.noSensitivity")}
          </option>
        )}
        {choices.map(({ id, displayName }) => (
          <option key={id} value={id}>
            {displayName}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function ThemeField({ draft, fixed, problems }: PartProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <Field label={t("group.settings.theme")} validationMessage={problems.get("theme")}>
      <RadioGroup
        layout="horizontal"
        className={styles.themes}
        disabled={fixed}
        value={draft.value("theme") ?? ""}
        onChange={(_event, data) => draft.set("theme", data.value)}
      >
        {Object.keys(THEMES).map((theme) => (
          <Radio key={theme} value={theme} label={<ThemeName theme={theme} />} />
        ))}
      </RadioGroup>
    </Field>
  );
}

function ClassificationField({ draft, details, fixed, problems }: PartProps) {
  const { t } = useTranslation();
  const value = draft.value("classification");
  const offered = details.classifications;
  // What the tenant no longer offers, or nothing at all, is shown and can only be left.
  const others = value !== null && offered.includes(value) ? [] : [value ?? ""];
  return (
    <Field
      label={t("group.settings.classification")}
      validationMessage={problems.get("classification")}
    >
      <Select
        value={value ?? ""}
        disabled={fixed}
        onChange={(_event, data) => draft.set("classification", data.value || null)}
      >
        {others.map((each) => (
          <option key={each} value={each}>
            {each || t("group.settings.unclassified")}
          </option>
        ))}
        {offered.map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </Select>
    </Field>
  );
}
