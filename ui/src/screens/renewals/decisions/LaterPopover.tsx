/** On which day to decide: a few that make sense, or any other. One click or Enter takes it. */
import {
  Button,
  Field,
  Input,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  tokens,
} from "@fluentui/react-components";
import { useState, type FormEvent, type ReactElement } from "react";
import { useTranslation } from "react-i18next";

import type { Decision } from "@/ipc/bindings";
import { formatDate, formatNear } from "@/lib/dates";
import type { DeskGroup } from "../gone";
import { dayOfCalendar, laterChoices } from "./later";

const useStyles = makeStyles({
  surface: { width: "19rem", maxWidth: "calc(100vw - 48px)", display: "grid", gap: "10px" },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  choices: { display: "grid", gap: "4px" },
  choice: { justifyContent: "space-between", fontWeight: tokens.fontWeightRegular },
  day: { color: tokens.colorNeutralForeground3 },
  other: { display: "flex", alignItems: "flex-end", gap: "8px" },
  field: { flex: 1, minWidth: 0 },
});

interface Props {
  group: DeskGroup;
  now: string;
  open: boolean;
  onOpen: (open: boolean) => void;
  onDecide: (decision: Decision) => Promise<boolean>;
  children: ReactElement;
}

export function LaterPopover({ group, now, open, onOpen, onDecide, children }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const choose = async (until: string) => {
    if (await onDecide({ kind: "later", until })) onOpen(false);
  };
  return (
    <Popover
      open={open}
      positioning="above-end"
      trapFocus
      onOpenChange={(_, data) => onOpen(data.open)}
    >
      <PopoverTrigger disableButtonEnhancement>{children}</PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label={t("decisions.laterTitle")}>
        <h3 className={styles.title}>{t("decisions.laterTitle")}</h3>
        <p className={styles.text}>{t("decisions.laterText")}</p>
        <div className={styles.choices}>
          {laterChoices(now, group.expires ?? now).map(({ name, day }) => (
            <Button key={name} className={styles.choice} onClick={() => void choose(day)}>
              {t(`decisions.laterChoice.${name}`)}
              <span className={styles.day}>{formatNear(day, now)}</span>
            </Button>
          ))}
        </div>
        <OtherDay group={group} now={now} onChoose={(day) => void choose(day)} />
      </PopoverSurface>
    </Popover>
  );
}

type OtherProps = Pick<Props, "group" | "now"> & { onChoose: (day: string) => void };

function OtherDay({ group: { expires }, now, onChoose }: OtherProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [day, setDay] = useState("");
  const tomorrow = dayOfCalendar(new Date(Date.parse(now) + 86_400_000));
  const after = day !== "" && expires !== null && day >= dayOfCalendar(new Date(expires));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (day >= tomorrow) onChoose(day);
  };
  return (
    <form className={styles.other} onSubmit={submit}>
      <Field
        label={t("decisions.laterDay")}
        className={styles.field}
        validationState={after ? "warning" : "none"}
        validationMessage={
          after ? t("decisions.laterAfter", { date: formatDate(expires) }) : undefined
        }
      >
        <Input type="date" value={day} min={tomorrow} onChange={(_, data) => setDay(data.value)} />
      </Field>
      <Button type="submit" appearance="primary" disabledFocusable={day < tomorrow}>
        {t("decisions.laterSet")}
      </Button>
    </form>
  );
}
