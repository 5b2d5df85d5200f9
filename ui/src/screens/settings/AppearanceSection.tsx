/** Colours and row heights, in force at once. */
import { Field, makeStyles, Radio, RadioGroup } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { useNotifyFailure } from "@/components/notify";
import type { Density, Theme } from "@/ipc/bindings";
import { useChangeSettings, useSettings } from "@/ipc/session";
import { Section } from "./Section";

const THEMES: readonly Theme[] = ["system", "light", "dark", "highContrast"];
const DENSITIES: readonly Density[] = ["comfortable", "compact"];

const useStyles = makeStyles({ choices: { flexWrap: "wrap" } });

export function AppearanceSection() {
  const styles = useStyles();
  const { t } = useTranslation();
  const { theme, density } = useSettings();
  const change = useChangeSettings();
  const failed = useNotifyFailure();
  const onError = (error: Error) => failed(error, t("settings.notSet"));
  return (
    <Section title={t("settings.appearance.title")}>
      <Field label={t("settings.appearance.theme")}>
        <RadioGroup
          layout="horizontal"
          className={styles.choices}
          value={theme}
          onChange={(_, data) => change.mutate({ theme: data.value as Theme }, { onError })}
        >
          {THEMES.map((each) => (
            <Radio key={each} value={each} label={t(`settings.appearance.themes.${each}`)} />
          ))}
        </RadioGroup>
      </Field>
      <Field label={t("settings.appearance.density")}>
        <RadioGroup
          layout="horizontal"
          className={styles.choices}
          value={density}
          onChange={(_, data) => change.mutate({ density: data.value as Density }, { onError })}
        >
          {DENSITIES.map((each) => (
            <Radio key={each} value={each} label={t(`settings.appearance.densities.${each}`)} />
          ))}
        </RadioGroup>
      </Field>
    </Section>
  );
}
