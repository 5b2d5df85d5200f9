/**
 * Whom it goes to: people are found while one types, addresses can be typed, and lists pasted. Long lists are shown
 * by their first few.
 */
import {
  Field,
  Link,
  makeStyles,
  Tag,
  TagPicker,
  TagPickerControl,
  TagPickerGroup,
  TagPickerInput,
  TagPickerList,
  TagPickerOption,
  tokens,
} from "@fluentui/react-components";
import { useEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";

import { PersonRow } from "@/components/people/PersonRow";
import { useFinding } from "@/components/people/useFinding";
import type { MailPerson } from "@/ipc/bindings";
import { formatNumber } from "@/lib/dates";
import { tenure } from "@/theme/colors";
import { looksLikeAddresses, useRecipients } from "./useRecipients";

const useStyles = makeStyles({
  list: { maxHeight: "16rem", overflowY: "auto" },
  option: { paddingTop: "6px", paddingBottom: "6px" },
  tag: { maxWidth: "100%" },
  notes: {
    display: "grid",
    gap: "2px",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: "anywhere",
  },
  wrong: { color: tenure.tenureAmber },
});

/** So many are shown as tags. */
const SHOWN = 24;

interface Props {
  label: string;
  recipients: readonly MailPerson[];
  onRecipients: (recipients: readonly MailPerson[]) => void;
  required: boolean;
  problem?: string;
  focus: boolean;
  disabled: boolean;
}

export function RecipientsField(props: Props) {
  const { label, recipients, onRecipients, required, problem, focus, disabled } = props;
  const styles = useStyles();
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const { read, notes, forget } = useRecipients(recipients, onRecipients);
  const finding = useFinding(looksLikeAddresses(text) ? "" : text, null);
  const has = (address: string) =>
    recipients.some((each) => each.address.toLowerCase() === address.toLowerCase());
  const offered = finding.people.flatMap(({ person }) =>
    person.address && !has(person.address) ? [{ person, address: person.address }] : [],
  );
  useEffect(() => {
    if (focus) input.current?.focus();
  }, [focus]);
  const take = (typed: string) => {
    setText("");
    setOpen(false);
    void read(typed);
  };
  const select = (address: string) => {
    forget();
    setText("");
    const found = offered.find((each) => each.address === address);
    onRecipients(
      found
        ? [...recipients, { name: found.person.displayName, address }]
        : recipients.filter((each) => each.address !== address),
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const ends = ["Enter", ",", ";"].includes(event.key);
    if (!ends || event.ctrlKey || event.metaKey || !looksLikeAddresses(text)) return;
    event.preventDefault();
    take(text);
  };
  const paste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData("text");
    if (!looksLikeAddresses(pasted) && !/[\r\n]/.test(pasted.trim())) return;
    event.preventDefault();
    take(pasted);
  };
  const shown = recipients.slice(0, SHOWN);
  const more = recipients.length - shown.length;
  return (
    <Field
      label={label}
      required={required}
      validationMessage={problem}
      hint={<span role="status">{finding.words}</span>}
    >
      <TagPicker
        open={open && offered.length > 0}
        onOpenChange={(_event, data) => setOpen(data.open)}
        selectedOptions={recipients.map(({ address }) => address)}
        disabled={disabled}
        onOptionSelect={(_event, data) => select(data.value)}
      >
        <TagPickerControl>
          <TagPickerGroup aria-label={t("conversations.recipients.chosen")}>
            {shown.map(({ name, address }) => (
              <Tag
                key={address}
                value={address}
                shape="circular"
                className={styles.tag}
                title={address}
              >
                <bdi>{name}</bdi>
              </Tag>
            ))}
          </TagPickerGroup>
          <TagPickerInput
            ref={input}
            value={text}
            placeholder={
              recipients.length === 0 ? t("conversations.recipients.placeholder") : undefined
            }
            onPaste={paste}
            onKeyDown={onKeyDown}
            onBlur={() => looksLikeAddresses(text) && take(text)}
            onChange={(event) => {
              setText(event.target.value);
              setOpen(true);
            }}
          />
        </TagPickerControl>
        <TagPickerList className={styles.list} aria-label={t("conversations.recipients.found")}>
          {offered.map(({ person, address }) => (
            <TagPickerOption
              key={address}
              value={address}
              text={person.displayName}
              className={styles.option}
            >
              <PersonRow person={person} />
            </TagPickerOption>
          ))}
        </TagPickerList>
      </TagPicker>
      <div className={styles.notes}>
        {more > 0 && (
          <div>
            {t("conversations.recipients.more", { count: more, shown: formatNumber(more) })}
            {" · "}
            <Link as="button" onClick={() => onRecipients([])}>
              {t("conversations.recipients.clear")}
            </Link>
          </div>
        )}
        {notes.map((note) => (
          <div key={note} role="alert" className={styles.wrong}>
            {note}
          </div>
        ))}
      </div>
    </Field>
  );
}
