/** Why a group may expire: a note that may stay empty, and Enter accepts. */
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

import { Key } from "@/components/Key";
import type { Decision } from "@/ipc/bindings";

const useStyles = makeStyles({
  form: { width: "19rem", maxWidth: "calc(100vw - 48px)", display: "grid", gap: "10px" },
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
  confirm: { justifyContent: "space-between" },
});

interface Props {
  open: boolean;
  onOpen: (open: boolean) => void;
  onDecide: (decision: Decision) => Promise<boolean>;
  children: ReactElement;
}

export function LetExpirePopover({ open, onOpen, onDecide, children }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [note, setNote] = useState("");
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    if (await onDecide({ kind: "letExpire", note: note.trim() })) onOpen(false);
    setBusy(false);
  };
  return (
    <Popover
      open={open}
      positioning="above-end"
      trapFocus
      onOpenChange={(_, data) => onOpen(data.open)}
    >
      <PopoverTrigger disableButtonEnhancement>{children}</PopoverTrigger>
      <PopoverSurface aria-label={t("decisions.expireTitle")}>
        <form className={styles.form} onSubmit={(event) => void submit(event)}>
          <h3 className={styles.title}>{t("decisions.expireTitle")}</h3>
          <p className={styles.text}>{t("decisions.expireText")}</p>
          <Field label={t("decisions.expireNote")} hint={t("decisions.expireHint")}>
            <Input value={note} maxLength={500} onChange={(_, data) => setNote(data.value)} />
          </Field>
          <Button
            type="submit"
            appearance="primary"
            className={styles.confirm}
            disabledFocusable={busy}
          >
            {t("decisions.expireConfirm")}
            <Key onBrand>↵</Key>
          </Button>
        </form>
      </PopoverSurface>
    </Popover>
  );
}
