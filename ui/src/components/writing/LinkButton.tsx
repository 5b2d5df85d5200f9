/** Makes what is selected a link, changes where it leads, or takes it away. */
import {
  Button,
  Field,
  Input,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  ToggleButton,
} from "@fluentui/react-components";
import { LinkRegular } from "@fluentui/react-icons";
import type { Editor } from "@tiptap/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

const useStyles = makeStyles({
  surface: { display: "grid", gap: "12px", width: "20rem" },
  acts: { display: "flex", gap: "8px" },
});

/** Other schemes lead nowhere good. */
function addressOf(typed: string): string | null {
  const text = typed.trim();
  const whole = /^(https?:\/\/|mailto:)/i.test(text) ? text : `https://${text}`;
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(text)?.[0].toLowerCase();
  if (scheme && !["https:", "http:", "mailto:"].includes(scheme)) return null;
  return URL.canParse(whole) && !/\s/.test(whole) ? whole : null;
}

export function LinkButton({ editor, active }: { editor: Editor; active: boolean }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState("");
  const [wrong, setWrong] = useState(false);
  const show = (shown: boolean) => {
    const { href } = editor.getAttributes("link") as { href?: string };
    setText(href ?? "");
    setWrong(false);
    setOpen(shown);
  };
  const set = () => {
    const href = addressOf(text);
    if (!href) return setWrong(true);
    const chain = editor.chain().focus().extendMarkRange("link");
    if (editor.state.selection.empty && !active) {
      chain
        .insertContent({ type: "text", text: href, marks: [{ type: "link", attrs: { href } }] })
        .run();
    } else chain.setLink({ href }).run();
    setOpen(false);
  };
  const remove = () => {
    editor.chain().focus().extendMarkRange("link").unsetLink().run();
    setOpen(false);
  };
  return (
    <Popover trapFocus open={open} onOpenChange={(_event, data) => show(data.open)}>
      <PopoverTrigger disableButtonEnhancement>
        <ToggleButton
          size="small"
          appearance="subtle"
          icon={<LinkRegular />}
          checked={active}
          aria-label={t("writing.link")}
          title={t("writing.link")}
        />
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label={t("writing.link")}>
        <Field
          label={t("writing.linkTo")}
          validationMessage={wrong ? t("writing.linkWrong") : undefined}
        >
          <Input
            value={text}
            placeholder={t("writing.linkHint")}
            onChange={(_event, data) => setText(data.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              event.preventDefault();
              set();
            }}
          />
        </Field>
        <div className={styles.acts}>
          <Button appearance="primary" onClick={set}>
            {t("writing.linkSet")}
          </Button>
          {active && <Button onClick={remove}>{t("writing.linkRemove")}</Button>}
        </div>
      </PopoverSurface>
    </Popover>
  );
}
