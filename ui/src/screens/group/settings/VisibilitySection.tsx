/** Who sees the group. Hidden membership is for ever: it cannot be chosen, nor left. */
import { Field, makeStyles, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { VisibilityBadge } from "@/components/VisibilityBadge";
import type { Visibility } from "@/ipc/bindings";
import { Part, type PartProps } from "./Part";

const useStyles = makeStyles({
  hint: {
    display: "block",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
});

export function VisibilitySection({ draft, details, fixed, problems }: PartProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { visibility } = details.summary;
  if (visibility === "hiddenMembership" || visibility === "unknown") {
    return (
      <Part title={t("group.settings.visibility")}>
        <div>
          <VisibilityBadge visibility={visibility} />
          <span className={styles.hint}>
            {t(
              visibility === "unknown"
                ? "groups.visibilityHint.unknown"
                : "group.settings.hiddenForEver",
            )}
          </span>
        </div>
      </Part>
    );
  }
  return (
    <Part title={t("group.settings.visibility")}>
      <Field hint={t("group.settings.noHidden")} validationMessage={problems.get("visibility")}>
        <RadioGroup
          aria-label={t("group.settings.visibility")}
          value={draft.value("visibility")}
          disabled={fixed}
          onChange={(_event, data) => draft.set("visibility", data.value as Visibility)}
        >
          {(["public", "private"] as const).map((each) => (
            <Radio
              key={each}
              value={each}
              label={
                <>
                  {t(`groups.visibility.${each}`)}
                  <span className={styles.hint}>{t(`group.settings.means.${each}`)}</span>
                </>
              }
            />
          ))}
        </RadioGroup>
      </Field>
    </Part>
  );
}
