/** Where the company says how groups are to be used; shown where groups are made. */
import { Button, makeStyles } from "@fluentui/react-components";
import { OpenRegular } from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";

import { useOpenExternal } from "@/components/useOpenExternal";
import { valueOf } from "../context";
import { Section } from "../Section";
import { GroupSettingsArea } from "./GroupSettingsArea";
import { Values } from "./Values";

const NAMES = ["UsageGuidelinesUrl", "GuestUsageGuidelinesUrl"] as const;

const useStyles = makeStyles({ links: { display: "flex", flexWrap: "wrap", gap: "8px" } });

export function GuidelinesArea() {
  const styles = useStyles();
  const { t } = useTranslation();
  const open = useOpenExternal();
  return (
    <GroupSettingsArea area="guidelines">
      {(object, editing, locked) => (
        <Section
          title={t(`policies.guidelines.title.${Boolean(valueOf(object, "UsageGuidelinesUrl"))}`)}
          text={t("policies.guidelines.text")}
        >
          <Values object={object} names={NAMES} editing={editing} locked={locked} />
          <div className={styles.links}>
            {NAMES.map((name) => {
              const url = valueOf(object, name);
              return (
                url && (
                  <Button key={name} icon={<OpenRegular />} onClick={() => open(url)}>
                    {t(`policies.guidelines.open.${name}`)}
                  </Button>
                )
              );
            })}
          </div>
        </Section>
      )}
    </GroupSettingsArea>
  );
}
