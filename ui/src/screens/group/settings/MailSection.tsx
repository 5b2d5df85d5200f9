/** How the group's mail is delivered, and one's own subscription. These are kept with its mailbox. */
import { Field, makeStyles, Switch, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { Part, type PartProps } from "./Part";

const useStyles = makeStyles({
  switch: { marginLeft: "-8px" },
  hint: { marginTop: "-6px", paddingLeft: "48px" },
  none: { color: tokens.colorNeutralForeground2 },
});

const SWITCHES = [
  "allowExternalSenders",
  "autoSubscribeNewMembers",
  "hideFromAddressLists",
  "hideFromOutlookClients",
  "isSubscribedByMail",
] as const;

export function MailSection({ draft, details, fixed, problems }: PartProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  if (!details.mailSettings) {
    return (
      <Part title={t("group.settings.mail")}>
        <div className={styles.none}>
          {t(details.beingSetUp ? "group.settings.mailLater" : "group.settings.mailUnread")}
        </div>
      </Part>
    );
  }
  return (
    <Part title={t("group.settings.mail")}>
      {SWITCHES.map((property) => (
        <Field
          key={property}
          hint={{ className: styles.hint, children: t(`group.settings.switchHint.${property}`) }}
          validationMessage={problems.get(property)}
        >
          <Switch
            className={styles.switch}
            label={t(`group.settings.switch.${property}`)}
            checked={draft.value(property) === true}
            disabled={fixed && property !== "isSubscribedByMail"}
            onChange={(_event, data) => draft.set(property, data.checked)}
          />
        </Field>
      ))}
    </Part>
  );
}
