/** Copies a text and says so on itself. */
import { Button, type ButtonProps } from "@fluentui/react-components";
import { CheckmarkRegular, CopyRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { copyText } from "@/lib/clipboard";
import { useNotify } from "./notify";

type Props = ButtonProps & { text: string; label: string };

export function CopyButton({ text, label, ...button }: Props) {
  const { t } = useTranslation();
  const notify = useNotify();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    const done = await copyText(text);
    setCopied(done);
    if (!done) notify({ intent: "failed", title: t("common.copyFailed") });
  };
  return (
    <Button
      {...button}
      icon={copied ? <CheckmarkRegular /> : <CopyRegular />}
      onClick={() => void copy()}
      onBlur={() => setCopied(false)}
    >
      <span aria-live="polite">{copied ? t("common.copied") : label}</span>
    </Button>
  );
}
