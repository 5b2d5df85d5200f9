/** Which days are shown, and going to others by their date. */
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
import { ChevronDownRegular } from "@fluentui/react-icons";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";

const useStyles = makeStyles({
  title: { margin: 0, font: "inherit" },
  button: {
    minWidth: 0,
    padding: "4px 8px",
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: "nowrap",
  },
  surface: { width: "19rem" },
  jump: { display: "flex", alignItems: "flex-end", gap: "8px" },
  field: { flex: 1, minWidth: 0 },
});

interface Props {
  title: string;
  day: string;
  onDay: (day: string) => void;
}

export function Jump({ title, day, onDay }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState(day);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed === "") return;
    setOpen(false);
    onDay(typed);
  };
  return (
    <Popover
      open={open}
      trapFocus
      positioning="below-start"
      onOpenChange={(_, data) => setOpen(data.open)}
    >
      <h2 className={styles.title} aria-live="polite">
        <PopoverTrigger disableButtonEnhancement>
          <Button
            appearance="subtle"
            icon={<ChevronDownRegular />}
            iconPosition="after"
            title={t("calendar.jump")}
            className={styles.button}
          >
            {title}
          </Button>
        </PopoverTrigger>
      </h2>
      <PopoverSurface className={styles.surface} aria-label={t("calendar.jump")}>
        <form className={styles.jump} onSubmit={submit}>
          <Field label={t("calendar.jumpDay")} className={styles.field}>
            <Input type="date" value={typed} onChange={(_, data) => setTyped(data.value)} />
          </Field>
          <Button type="submit" appearance="primary" disabledFocusable={typed === ""}>
            {t("calendar.jumpGo")}
          </Button>
        </form>
      </PopoverSurface>
    </Popover>
  );
}
