/** Asks whether the session in the browser ends with the one here. */
import { Checkbox } from "@fluentui/react-components";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useSignOut } from "@/app/accountActions";
import { ConfirmDialog } from "@/components/ConfirmDialog";
import type { Account } from "@/ipc/bindings";

export function SignOutDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useTranslation();
  const signOut = useSignOut();
  const [browser, setBrowser] = useState(false);
  const { displayName: name, tenantName: tenant } = account;
  return (
    <ConfirmDialog
      open
      title={t("settings.accounts.signOutTitle", { name, tenant })}
      confirm={t("settings.accounts.signOut")}
      busy={signOut.isPending}
      onConfirm={() => signOut.mutate({ account, browser }, { onSettled: onClose })}
      onCancel={onClose}
    >
      <p>{t("settings.accounts.signOutText")}</p>
      <Checkbox
        label={t("settings.accounts.signOutBrowser")}
        checked={browser}
        onChange={(_, data) => setBrowser(data.checked === true)}
      />
    </ConfirmDialog>
  );
}
