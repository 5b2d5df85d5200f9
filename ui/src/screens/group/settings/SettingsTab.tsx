/** The properties of the group, to be changed together and saved once; and at the end what cannot be taken back lightly. */
import { makeStyles } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { LoadingRows } from "@/components/LoadingRows";
import type { GroupDetails } from "@/ipc/bindings";
import { FixedNotice } from "../FixedNotice";
import { useOpenGroup } from "../openGroup";
import { DangerZone } from "./DangerZone";
import { LookSection } from "./LookSection";
import { MailSection } from "./MailSection";
import { MeanwhileList } from "./MeanwhileList";
import { NameSection } from "./NameSection";
import { PolicySection } from "./PolicySection";
import { SaveBar } from "./SaveBar";
import { useDraft } from "./useDraft";
import { useSaving } from "./useSaving";
import { VisibilitySection } from "./VisibilitySection";

const useStyles = makeStyles({
  form: { display: "grid", gap: "16px", width: "100%", maxWidth: "46rem", minWidth: 0 },
});

export function SettingsTab() {
  const { details } = useOpenGroup();
  return details ? <Form details={details} /> : <LoadingRows rows={6} height={56} />;
}

function Form({ details }: { details: GroupDetails }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { groupId } = useOpenGroup();
  const draft = useDraft(groupId, details);
  const saving = useSaving(draft);
  const fixed = details.propertiesFixed;
  const part = { draft, details, fixed: fixed !== null, problems: saving.problems };
  return (
    <form
      aria-label={t("group.settings.label")}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void saving.save();
      }}
    >
      <FixedNotice reason={fixed} of="properties" />
      <MeanwhileList draft={draft} />
      <NameSection {...part} />
      <VisibilitySection {...part} />
      <LookSection {...part} />
      <MailSection {...part} />
      <PolicySection details={details} />
      <DangerZone fixed={fixed} />
      <SaveBar draft={draft} saving={saving} />
    </form>
  );
}
