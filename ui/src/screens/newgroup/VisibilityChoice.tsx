/** Who shall see the group: three choices, each with what it means, and which of them is for ever. */
import {
  Field,
  makeStyles,
  mergeClasses,
  Radio,
  RadioGroup,
  tokens,
} from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import type { Visibility } from "@/ipc/bindings";
import { tenure } from "@/theme/colors";

const useStyles = makeStyles({
  group: { gap: "6px", alignItems: "stretch" },
  choice: {
    display: "flex",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: "8px",
    paddingRight: "8px",
  },
  chosen: {
    backgroundColor: tenure.tenureSelected,
    borderTopColor: tenure.tenureBrandLine,
    borderRightColor: tenure.tenureBrandLine,
    borderBottomColor: tenure.tenureBrandLine,
    borderLeftColor: tenure.tenureBrandLine,
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  meaning: {
    display: "block",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

const CHOICES = ["public", "private", "hiddenMembership"] as const;

interface Props {
  value: Visibility;
  onChange: (visibility: Visibility) => void;
}

export function VisibilityChoice({ value, onChange }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <Field label={t("newgroup.visibility")}>
      <RadioGroup
        className={styles.group}
        value={value}
        onChange={(_event, data) => onChange(data.value as Visibility)}
      >
        {CHOICES.map((choice) => (
          <Radio
            key={choice}
            value={choice}
            className={mergeClasses(styles.choice, choice === value && styles.chosen)}
            label={
              <>
                <span className={styles.name}>{t(`groups.visibility.${choice}`)}</span>
                <span className={styles.meaning}>{t(`newgroup.means.${choice}`)}</span>
              </>
            }
          />
        ))}
      </RadioGroup>
    </Field>
  );
}
