/**
 * Finds people while one types, and picks several. Everything works by keyboard: arrows and Enter pick,
 * Backspace goes back to what was picked. Who is in the group already is shown, marked and not picked
 * again.
 */
import {
  Field,
  makeStyles,
  mergeClasses,
  TagPicker,
  TagPickerControl,
  TagPickerGroup,
  TagPickerInput,
  TagPickerList,
  TagPickerOption,
  tokens,
  Tag,
} from "@fluentui/react-components";
import { useState, type ClipboardEvent } from "react";
import { useTranslation } from "react-i18next";

import type { Person, PersonFound, Role } from "@/ipc/bindings";
import { isPickable, looksLikeList, markOf } from "./picking";
import { Mark } from "./Mark";
import { PersonAvatar } from "./PersonAvatar";
import { PersonRow } from "./PersonRow";
import { useFinding } from "./useFinding";

const useStyles = makeStyles({
  list: { maxHeight: "20rem", overflowY: "auto" },
  option: { paddingTop: "6px", paddingBottom: "6px" },
  taken: { color: tokens.colorNeutralForeground3, cursor: "default" },
  tag: { maxWidth: "100%" },
});

export interface PeoplePickerProps {
  /** The name of the field, which stands above it. */
  label: string;
  picked: readonly Person[];
  onPicked: (people: readonly Person[]) => void;
  /** The group that they shall be added to, so that those who are in it are marked. */
  groupId?: string;
  /** As what they shall be added. */
  role?: Role;
  required?: boolean;
  disabled?: boolean;
  /** Takes what was pasted when it is several lines or addresses, instead of searching for it. */
  onPasteList?: (text: string) => void;
}

export function PeoplePicker(props: PeoplePickerProps) {
  const { label, picked, onPicked, groupId = null, role = "member", disabled, onPasteList } = props;
  const styles = useStyles();
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const finding = useFinding(text, groupId);
  const ids = picked.map(({ id }) => id);
  const offered = finding.people.filter(({ person }) => !ids.includes(person.id));
  const select = (id: string) => {
    const found = offered.find(({ person }) => person.id === id);
    if (found && isPickable(found, role)) onPicked([...picked, found.person]);
    if (!found) onPicked(picked.filter((person) => person.id !== id));
    if (!found || isPickable(found, role)) setText("");
  };
  const paste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData("text");
    if (!onPasteList || !looksLikeList(pasted)) return;
    event.preventDefault();
    onPasteList(pasted);
  };
  return (
    <Field
      label={label}
      required={props.required}
      hint={<span role="status">{finding.words}</span>}
    >
      <TagPicker
        open={open && offered.length > 0}
        onOpenChange={(_event, data) => setOpen(data.open)}
        selectedOptions={ids}
        disabled={disabled}
        onOptionSelect={(_event, data) => select(data.value)}
      >
        <TagPickerControl>
          <TagPickerGroup aria-label={t("people.picker.picked")}>
            {picked.map((person) => (
              <Tag
                key={person.id}
                value={person.id}
                shape="circular"
                className={styles.tag}
                media={<PersonAvatar person={person} size={20} />}
              >
                <bdi>{person.displayName}</bdi>
              </Tag>
            ))}
          </TagPickerGroup>
          <TagPickerInput
            value={text}
            placeholder={picked.length === 0 ? t("people.picker.placeholder") : undefined}
            onPaste={paste}
            onChange={(event) => {
              setText(event.target.value);
              setOpen(true);
            }}
          />
        </TagPickerControl>
        <TagPickerList className={styles.list} aria-label={t("people.picker.found")}>
          {offered.map((found) => (
            <PersonOption key={found.person.id} found={found} role={role} />
          ))}
        </TagPickerList>
      </TagPicker>
    </Field>
  );
}

function PersonOption({ found, role }: { found: PersonFound; role: Role }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { person } = found;
  const mark = markOf(found, role);
  const pickable = isPickable(found, role);
  return (
    <TagPickerOption
      value={person.id}
      text={person.displayName}
      aria-disabled={!pickable}
      className={mergeClasses(styles.option, !pickable && styles.taken)}
    >
      <PersonRow person={person}>
        {person.kind === "guest" && <Mark tone="brand">{t("people.guest")}</Mark>}
        {person.enabled === false && <Mark tone="amber">{t("people.disabled")}</Mark>}
        {mark && <Mark>{t(`people.picker.${mark}`)}</Mark>}
      </PersonRow>
    </TagPickerOption>
  );
}
