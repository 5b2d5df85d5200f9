/** What somebody is in the group, in words: guest, disabled, owner and no member; and what was sent about them. */
import { SendRegular } from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";

import { Mark } from "@/components/people/Mark";
import type { MemberRow } from "./pending";

export function MemberMarks({ row }: { row: MemberRow }) {
  const { t } = useTranslation();
  const { person, owner, member, pending, hidden } = row;
  const sent = pending.at(-1);
  return (
    <>
      {person.kind === "guest" && (
        <Mark tone="brand" title={t("people.guestHint")}>
          {t("people.guest")}
        </Mark>
      )}
      {person.kind === "servicePrincipal" && <Mark>{t("group.members.application")}</Mark>}
      {person.enabled === false && (
        <Mark tone="amber" title={t("people.disabledHint")}>
          {t("people.disabled")}
        </Mark>
      )}
      {owner && member && <Mark>{t("group.members.alsoMember")}</Mark>}
      {owner && !member && !hidden && pending.length === 0 && (
        <Mark tone="amber" title={t("group.members.noMemberHint")}>
          {t("group.members.noMember")}
        </Mark>
      )}
      {sent && (
        <Mark tone="brand" title={t(`group.members.${sent.accepted ? "sentHint" : "sendingHint"}`)}>
          <SendRegular aria-hidden />
          {t(`group.members.sent.${sent.action}`)}
        </Mark>
      )}
    </>
  );
}
