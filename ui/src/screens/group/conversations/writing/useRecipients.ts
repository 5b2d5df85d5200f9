/** Reads mail addresses from what was typed or pasted, and says what of it was not taken. */
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { commandErrorOf, errorWords } from "@/components/errorWords";
import type { MailPerson, RecipientsFound } from "@/ipc/bindings";
import { call } from "@/ipc/call";
import { formatNumber } from "@/lib/dates";

export const looksLikeAddresses = (text: string): boolean => text.includes("@");

export function useRecipients(
  recipients: readonly MailPerson[],
  onRecipients: (recipients: readonly MailPerson[]) => void,
) {
  const { t } = useTranslation();
  const [notes, setNotes] = useState<readonly string[]>([]);
  const latest = useRef(recipients);
  useEffect(() => {
    latest.current = recipients;
  });
  const say = (found: RecipientsFound, tooMany: number): string[] => [
    ...(found.notUnderstood.length > 0
      ? [t("conversations.recipients.notUnderstood", { pieces: found.notUnderstood.join(", ") })]
      : []),
    ...(tooMany > 0
      ? [
          t("conversations.recipients.tooMany", {
            count: tooMany,
            shown: formatNumber(tooMany),
            most: formatNumber(found.most),
          }),
        ]
      : []),
  ];
  const read = async (text: string) => {
    try {
      const found = await call("recipients_read", { text });
      const before = latest.current;
      const there = new Set(before.map(({ address }) => address.toLowerCase()));
      const fresh = found.recipients.filter(({ address }) => !there.has(address.toLowerCase()));
      const all = [...before, ...fresh];
      onRecipients(all.slice(0, found.most));
      setNotes(say(found, found.tooMany + Math.max(0, all.length - found.most)));
    } catch (error) {
      setNotes([`${errorWords(t, commandErrorOf(error)).title}.`]);
    }
  };
  return { read, notes, forget: () => setNotes([]) };
}
