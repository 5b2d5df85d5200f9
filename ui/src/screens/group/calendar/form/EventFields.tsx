/** All that an event has, in the order in which one thinks of it, with what was found beside each field. */
import { Field, Input } from "@fluentui/react-components";
import { useEffect, useRef, type Dispatch, type SetStateAction } from "react";
import { useTranslation } from "react-i18next";

import type { EventFinding, EventKind } from "@/ipc/bindings";
import type { Draft } from "./draft";
import { Findings, ofAddresses, ofSubject, ofTimes } from "./Findings";
import { MoreFields } from "./MoreFields";
import { PeopleFields } from "./PeopleFields";
import { RepeatFields } from "./RepeatFields";
import { WhenFields } from "./WhenFields";

interface Props {
  draft: Draft;
  onDraft: Dispatch<SetStateAction<Draft>>;
  /** `null` for a new one. */
  kind: EventKind | null;
  findings: readonly EventFinding[];
  /** Whether it has an online meeting already: the service takes none away. */
  onlineThere: boolean;
  now: string;
}

export function EventFields({ draft, onDraft, kind, findings, onlineThere, now }: Props) {
  const { t } = useTranslation();
  const subject = useFirstFocus();
  const change = (part: Partial<Draft>) => onDraft((before) => ({ ...before, ...part }));
  const canRepeat = kind === null || kind === "single" || kind === "series";
  return (
    <>
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
      <WhenFields draft={draft} onDraft={onDraft} now={now} />
      <div>
        {canRepeat && <RepeatFields draft={draft} onDraft={change} wasSeries={kind === "series"} />}
        <Findings findings={findings.filter(ofTimes)} />
      </div>
      <Field label={t("calendar.form.location")}>
        <Input value={draft.location} onChange={(_, { value }) => change({ location: value })} />
      </Field>
      <PeopleFields draft={draft} onDraft={change} findings={findings.filter(ofAddresses)} />
      <MoreFields draft={draft} onDraft={change} onlineThere={onlineThere} />
    </>
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
