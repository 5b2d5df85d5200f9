/** Where the key of the sign-in is kept, what follows from that, and what the keychain allows. */
import { Field, makeStyles, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { useNotifyFailure } from "@/components/notify";
import type { TokenProtection } from "@/ipc/bindings";
import { storageQuery } from "@/ipc/queries";
import { useChangeSettings, useSettings } from "@/ipc/session";
import { tenure } from "@/theme/colors";
import { Section } from "./Section";

const MODES: readonly TokenProtection[] = ["keychain", "memoryOnly", "keyFile"];

const useStyles = makeStyles({
  option: { display: "grid" },
  consequence: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  forced: { color: tenure.tenureAmber, fontWeight: tokens.fontWeightSemibold },
});

export function ProtectionSection() {
  const styles = useStyles();
  const { t } = useTranslation();
  const { tokenProtection } = useSettings();
  const { data: storage } = useQuery(storageQuery());
  const change = useChangeSettings();
  const failed = useNotifyFailure();
  const choose = (mode: TokenProtection) =>
    change.mutate(
      { tokenProtection: mode },
      { onError: (error) => failed(error, t("settings.notSet")) },
    );
  const state = storage && t(`settings.protection.keychain.${storage.keychain}`);
  return (
    <Section title={t("settings.protection.title")} text={state}>
      {storage && storage.protectionInForce !== tokenProtection && (
        <div className={styles.forced}>
          {t("settings.protection.otherInForce", {
            mode: t(`settings.protection.options.${storage.protectionInForce}`),
          })}
        </div>
      )}
      <Field label={t("settings.protection.label")}>
        <RadioGroup
          value={tokenProtection}
          onChange={(_, data) => choose(data.value as TokenProtection)}
        >
          {MODES.map((mode) => (
            <Radio
              key={mode}
              value={mode}
              disabled={mode === "keychain" && storage?.keychain === "absent"}
              label={
                <span className={styles.option}>
                  {t(`settings.protection.options.${mode}`)}
                  <span className={styles.consequence}>
                    {t(`settings.protection.consequences.${mode}`)}
                  </span>
                </span>
              }
            />
          ))}
        </RadioGroup>
      </Field>
    </Section>
  );
}
