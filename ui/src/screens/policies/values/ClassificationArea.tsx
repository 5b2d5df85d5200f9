/** How groups are marked: by the company's own classifications, or by sensitivity labels in their place. */
import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { isTrue, useRight, valueOf } from "../context";
import { Locked } from "../Locked";
import { Section } from "../Section";
import { classificationsOf, problemOf } from "./classification";
import { ClassificationList } from "./ClassificationList";
import { GroupSettingsArea } from "./GroupSettingsArea";
import { Values } from "./Values";

const LABELS = ["EnableMIPLabels"] as const;

export function ClassificationArea() {
  const { t } = useTranslation();
  const labels = useRight("labels");
  return (
    <GroupSettingsArea
      area="classification"
      blocked={({ value }) => {
        const problem = problemOf(
          classificationsOf(value("ClassificationList"), value("ClassificationDescriptions")),
        );
        return problem && t(`policies.classification.problem.${problem}`);
      }}
    >
      {(object, editing, locked) => {
        const labelled = isTrue(valueOf(object, "EnableMIPLabels"));
        return (
          <>
            <Section
              title={t(`policies.classification.title.${labelled}`)}
              text={t("policies.classification.text")}
            >
              {labelled && (
                <MessageBar intent="info" layout="multiline">
                  <MessageBarBody>{t("policies.classification.ignored")}</MessageBarBody>
                </MessageBar>
              )}
              <ClassificationList editing={editing} locked={locked} />
            </Section>
            <Section
              title={t("policies.classification.labels")}
              text={t("policies.classification.labelsText")}
            >
              <Values
                object={object}
                names={LABELS}
                editing={editing}
                locked={labels.obstacle !== null}
              />
              {!locked && <Locked area="labels" />}
            </Section>
          </>
        );
      }}
    </GroupSettingsArea>
  );
}
