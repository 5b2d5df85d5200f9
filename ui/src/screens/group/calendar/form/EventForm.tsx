/**
 * The form for a new event and for changing one. It stays as it is until the service has taken it; what somebody
 * else changed meanwhile is shown and chosen from.
 */
import {
  Button,
  DrawerBody,
  DrawerFooter,
  DrawerHeader,
  Field,
  Input,
  makeStyles,
  OverlayDrawer,
  Spinner,
  tokens,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { ConfirmDialog } from "@/components/ConfirmDialog";
import { ErrorPanel } from "@/components/ErrorPanel";
import { useReturnFocus } from "@/components/useReturnFocus";
import type { EventChecked, EventDetails, EventInput } from "@/ipc/bindings";
import { eventCheckQuery } from "@/ipc/queries";
import { useSettled } from "@/lib/useSettled";
import { useOpenGroup } from "../../openGroup";
import type { Slot } from "../useGridHandlers";
import { Conflict } from "./Conflict";
import { draftOf, inputOf, isChanged, newDraft, type Draft } from "./draft";
import { Findings, ofAddresses, ofSubject, ofTimes } from "./Findings";
import { MoreFields } from "./MoreFields";
import { PeopleFields } from "./PeopleFields";
import { RepeatFields } from "./RepeatFields";
import { useSaving } from "./useSaving";
import { WhenFields } from "./WhenFields";

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
  const subject = useFirstFocus();
  const [begun] = useState((): Draft =>
    editing.kind === "new"
      ? newDraft(editing.slot, zone, day, now)
      : draftOf(editing.details, summary.mail, zone),
  );
  const [draft, setDraft] = useState(begun);
  const [discarding, setDiscarding] = useState(false);
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
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
  const findings = checked?.findings ?? [];
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
          {saving.conflict && (
            <Conflict
              base={begun}
              mine={draft}
              theirs={draftOf(saving.conflict, summary.mail, zone)}
              busy={saving.busy}
              onChosen={(chosen) => {
                setDraft(chosen);
                saving.saveOver(chosen);
              }}
            />
          )}
          {saving.error !== null && (
            <ErrorPanel
              error={saving.error}
              title={t(kind === null ? "calendar.form.notCreated" : "calendar.form.notChanged")}
              unchanged
            />
          )}
          <Field
            label={t("calendar.form.subject")}
            validationState={findings.some(ofSubject) ? "error" : "none"}
            validationMessage={<Findings findings={findings.filter(ofSubject)} bare />}
          >
            <Input
              ref={subject}
              size="large"
              value={draft.subject}
              onChange={(_, { value }) => change({ subject: value })}
            />
          </Field>
          <WhenFields draft={draft} onDraft={setDraft} now={now} />
          <div>
            {(kind === null || kind === "single" || kind === "series") && (
              <RepeatFields draft={draft} onDraft={change} wasSeries={kind === "series"} />
            )}
            <Findings findings={findings.filter(ofTimes)} />
          </div>
          <Field label={t("calendar.form.location")}>
            <Input
              value={draft.location}
              onChange={(_, { value }) => change({ location: value })}
            />
          </Field>
          <PeopleFields draft={draft} onDraft={change} findings={findings.filter(ofAddresses)} />
          <MoreFields
            draft={draft}
            onDraft={change}
            onlineThere={editing.kind === "change" && begun.online}
          />
        </DrawerBody>
        <DrawerFooter className={styles.footer}>
          <Button
            type="submit"
            appearance="primary"
            disabledFocusable={!canSave || saving.busy}
            icon={saving.busy ? <Spinner size="extra-tiny" /> : undefined}
          >
            {t(
              saving.busy
                ? "calendar.form.saving"
                : kind === null
                  ? "calendar.form.create"
                  : "calendar.form.save",
            )}
          </Button>
          <Button onClick={close}>{t("common.cancel")}</Button>
          {saving.unknown && <span className={styles.hint}>{t("calendar.form.sentTwice")}</span>}
        </DrawerFooter>
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

/** The drawer gives the focus to its first button; writing begins below it. */
function useFirstFocus() {
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const frame = requestAnimationFrame(() => first.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  return first;
}

/** Typing goes on without a question for each letter. */
const PAUSE_MS = 200;
/** Keeps the question the same while nothing can be asked. */
const NOTHING = "";

function useChecked(draft: Draft): { checked: EventChecked | undefined; canSave: boolean } {
  const input = inputOf(draft);
  // The text and what it is about in detail change nothing of what is found.
  const said = input ? JSON.stringify({ ...input, body: "" }) : NOTHING;
  const asked = useSettled(said, PAUSE_MS);
  const { data } = useQuery({
    ...eventCheckQuery(JSON.parse(asked === NOTHING ? "null" : asked) as EventInput),
    enabled: asked !== NOTHING,
  });
  return { checked: input ? data : undefined, canSave: input !== null && data?.canSave !== false };
}
