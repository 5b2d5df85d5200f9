/** Takes the policy away: no group expires any more. Asked with what that does. */
import { Button } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import type { ExpirationPolicy } from "@/ipc/bindings";
import { useDraft } from "../context";
import { BeforeAfter } from "../saving/BeforeAfter";
import { useSaving } from "../saving/useSaving";
import { requestOf } from "./draft";

export function RemovePolicy({ policy }: { policy: ExpirationPolicy }) {
  const { t } = useTranslation();
  const [, setDraft] = useDraft("expiration");
  const saving = useSaving(() => setDraft(null));
  return (
    <>
      <Button onClick={() => saving.ask(requestOf(policy, null))}>
        {t("policies.expiration.remove")}
      </Button>
      <BeforeAfter
        saving={saving}
        title={t("policies.confirm.remove")}
        confirm={t("policies.expiration.removeNow")}
      />
    </>
  );
}
