/**
 * The form for a new event and for changing one. It stays as it is until the service has taken it; what somebody
 * else changed meanwhile is shown and chosen from.
 */
import {
  Button,
  DrawerBody,
  DrawerFooter,
  DrawerHeader,
  makeStyles,
  OverlayDrawer,
  Spinner,
  tokens,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { ConfirmDialog } from "@/components/ConfirmDialog";
import { ErrorPanel } from "@/components/ErrorPanel";
import { useReturnFocus } from "@/components/useReturnFocus";
import type { EventDetails } from "@/ipc/bindings";
import { useOpenGroup } from "../../openGroup";
import type { Slot } from "../useGridHandlers";
import { Conflict } from "./Conflict";
import { draftOf, isChanged, newDraft, type Draft } from "./draft";
import { EventFields } from "./EventFields";
import { useChecked } from "./useChecked";
import { useSaving, type Saving } from "./useSaving";

const useStyles = makeStyles({
  drawer: { width: "40rem", maxWidth: "100vw", backgroundColor: tokens.colorNeutralBackground1 },
  header: { padding: "18px 12px 8px 24px" },
  top: { display: "flex", alignItems: "center", gap: "8px" },
  title: {
    flex: 1,
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  form: { display: "contents" },
  body: {
    display: "flex",
    flexDirection: "column",
    gap: "16px",
    padding: "4px 24px 20px",
  },
  footer: {
    display: "flex",
    gap: "8px",
    padding: "12px 24px 16px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  hint: { alignSelf: "center", color: tokens.colorNeutralForeground3 },
});

export type Editing =
  { kind: "new"; slot: Slot | null } | { kind: "change"; details: EventDetails };

interface Props {
  editing: Editing;
  zone: string;
  /** The day that is shown, for an event of no marked place. */
  day: string;
  onShow: (day: string) => void;
  onClose: () => void;
}

export default function EventForm({ editing, zone, day, onShow, onClose }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { summary, now } = useOpenGroup();
  useReturnFocus();
  const [begun] = useState((): Draft =>
    editing.kind === "new"
      ? newDraft(editing.slot, zone, day, now)
      : draftOf(editing.details, summary.mail, zone),
  );
  const [draft, setDraft] = useState(begun);
  const [discarding, setDiscarding] = useState(false);
  const saving = useSaving(editing, begun, zone, onShow, onClose);
  const { checked, canSave } = useChecked(draft);
  const kind = editing.kind === "change" ? editing.details.event.kind : null;
  const title =
    kind === null
      ? "calendar.form.new"
      : kind === "series"
        ? "calendar.form.changeSeries"
        : "calendar.form.change";
  const save = () => canSave && saving.save(draft);
  const close = () => (isChanged(begun, draft) ? setDiscarding(true) : onClose());
  return (
    <OverlayDrawer
      open
      position="end"
      aria-label={t(title)}
      className={styles.drawer}
      onOpenChange={(_, data) => !data.open && close()}
    >
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          save();
        }}
      >
        <DrawerHeader className={styles.header}>
          <div className={styles.top}>
            <h2 className={styles.title}>{t(title)}</h2>
            <Button
              appearance="subtle"
              icon={<DismissRegular />}
              aria-label={t("common.close")}
              onClick={close}
            />
          </div>
        </DrawerHeader>
        <DrawerBody className={styles.body}>
          <Notes
            saving={saving}
            begun={begun}
            draft={draft}
            zone={zone}
            isNew={kind === null}
            onChosen={setDraft}
          />
          <EventFields
            draft={draft}
            onDraft={setDraft}
            kind={kind}
            findings={checked?.findings ?? []}
            onlineThere={kind !== null && begun.online}
            now={now}
          />
        </DrawerBody>
        <Foot isNew={kind === null} canSave={canSave} saving={saving} onClose={close} />
      </form>
      <ConfirmDialog
        open={discarding}
        title={t("calendar.form.discard")}
        confirm={t("calendar.form.discardGo")}
        onConfirm={onClose}
        onCancel={() => setDiscarding(false)}
      >
        {t("calendar.form.discardText")}
      </ConfirmDialog>
    </OverlayDrawer>
  );
}

interface NotesProps {
  saving: Saving;
  begun: Draft;
  draft: Draft;
  zone: string;
  isNew: boolean;
  onChosen: (draft: Draft) => void;
}

/** Why it is not saved yet: somebody else was faster, or the service did not take it. */
function Notes({ saving, begun, draft, zone, isNew, onChosen }: NotesProps) {
  const { t } = useTranslation();
  const { summary } = useOpenGroup();
  return (
    <>
      {saving.conflict && (
        <Conflict
          base={begun}
          mine={draft}
          theirs={draftOf(saving.conflict, summary.mail, zone)}
          busy={saving.busy}
          onChosen={(chosen) => {
            onChosen(chosen);
            saving.saveOver(chosen);
          }}
        />
      )}
      {saving.error !== null && (
        <ErrorPanel
          error={saving.error}
          title={t(isNew ? "calendar.form.notCreated" : "calendar.form.notChanged")}
          unchanged
        />
      )}
    </>
  );
}

interface FootProps {
  isNew: boolean;
  canSave: boolean;
  saving: Saving;
  onClose: () => void;
}

function Foot({ isNew, canSave, saving, onClose }: FootProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const verb = isNew ? "calendar.form.create" : "calendar.form.save";
  return (
    <DrawerFooter className={styles.footer}>
      <Button
        type="submit"
        appearance="primary"
        disabledFocusable={!canSave || saving.busy}
        icon={saving.busy ? <Spinner size="extra-tiny" /> : undefined}
      >
        {t(saving.busy ? "calendar.form.saving" : verb)}
      </Button>
      <Button onClick={onClose}>{t("common.cancel")}</Button>
      {saving.unknown && <span className={styles.hint}>{t("calendar.form.sentTwice")}</span>}
    </DrawerFooter>
  );
}
