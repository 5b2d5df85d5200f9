/** Switching and leaving accounts, with the words that follow: for the menu and for Settings. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { useNotify, useNotifyFailure } from "@/components/notify";
import type { Account } from "@/ipc/bindings";
import { call } from "@/ipc/call";
import { enterSession, signedIn } from "@/ipc/mutations";

export function useSwitchAccount() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const notify = useNotify();
  const failed = useNotifyFailure();
  return useMutation({
    mutationFn: (account: Account) => call("account_switch", { accountId: account.id }),
    onSuccess: (session) => {
      enterSession(client, signedIn(session));
      const { displayName: name, tenantName: tenant } = session.account;
      notify({ intent: "info", title: t("shell.switched", { name, tenant }) });
    },
    onError: (error) => failed(error),
  });
}

interface SignOut {
  account: Account;
  /** Whether to end the session in the system's browser as well. */
  browser?: boolean;
}

export function useSignOut() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const notify = useNotify();
  const failed = useNotifyFailure();
  return useMutation({
    mutationFn: ({ account, browser = false }: SignOut) =>
      call("sign_out", { accountId: account.id, browser }),
    onSuccess: (session, { account }) => {
      enterSession(client, session);
      const { displayName: name, tenantName: tenant, cloud } = account;
      const title =
        cloud === "practice"
          ? t("shell.signedOutPractice")
          : t("shell.signedOut", { name, tenant });
      notify({ intent: "info", title });
    },
    onError: (error) => failed(error),
  });
}
