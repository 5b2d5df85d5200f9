/** Every template of the tenant's settings: what it is for, what is set of it, and settings made from it. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { usePolicies } from "../context";
import { Locked } from "../Locked";
import { Section } from "../Section";
import { Template } from "./Template";

const useStyles = makeStyles({
  list: { display: "grid", margin: 0, padding: 0, listStyleType: "none" },
  item: { ":not(:first-child)": { borderTop: `1px solid ${tokens.colorNeutralStroke2}` } },
});

export function TemplatesArea() {
  const styles = useStyles();
  const { t } = useTranslation();
  const { settings } = usePolicies();
  if (settings.state === "unknown") {
    return <ErrorPanel error={settings.error} title={t("policies.settingsUnread")} />;
  }
  const made = settings.settings.filter(({ id }) => id !== null).length;
  return (
    <Section
      title={t("policies.templates.title", { count: made })}
      text={t("policies.templates.text")}
    >
      <Locked area="templates" />
      {settings.settings.length === 0 && <EmptyState title={t("policies.templates.none")} />}
      <ul className={styles.list}>
        {settings.settings.map((object) => (
          <li key={`${object.templateId} ${object.id}`} className={styles.item}>
            <Template object={object} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
