/** The text of an event. It is kept as HTML, also where it is written without formatting. */
import { Label, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { htmlOf } from "@/components/writing/bodyText";
import { WritingField, type Written } from "@/components/writing/WritingField";

const useStyles = makeStyles({ root: { display: "grid", gap: "2px" } });

interface Props {
  body: string;
  onBody: (html: string) => void;
}

const htmlIn = ({ plain, body }: Written): string => (plain ? htmlOf(body) : body);

export function TextField({ body, onBody }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [text, setText] = useState<Written>({ plain: false, body });
  const [version, setVersion] = useState(0);
  // Somebody else's text was chosen instead: the editor begins anew with it.
  if (htmlIn(text) !== body) {
    setText({ plain: false, body });
    setVersion(version + 1);
  }
  const change = (part: Partial<Written>) => {
    const next = { ...text, ...part };
    setText(next);
    onBody(htmlIn(next));
  };
  return (
    <div className={styles.root}>
      {/* The editor says it to screen readers by itself. */}
      <Label aria-hidden>{t("calendar.form.text")}</Label>
      <WritingField
        key={version}
        label={t("calendar.form.text")}
        hint={t("calendar.form.textHint")}
        text={text}
        onText={change}
      />
    </div>
  );
}
