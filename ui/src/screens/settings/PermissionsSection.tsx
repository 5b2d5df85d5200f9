/** What the account may do here, and asking for more. */
import { Button, makeStyles } from "@fluentui/react-components";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { ErrorPanel } from "@/components/ErrorPanel";
import { LoadingRows } from "@/components/LoadingRows";
import { useNotify } from "@/components/notify";
import type { AppStart, PermissionStep } from "@/ipc/bindings";
import { call } from "@/ipc/call";
import { signedIn } from "@/ipc/mutations";
import { keys, permissionsQuery } from "@/ipc/queries";
import { useSession } from "@/ipc/session";
import { ConsentLink } from "@/permissions/ConsentLink";
import { PermissionList } from "@/permissions/PermissionList";
import { Section } from "./Section";

const useStyles = makeStyles({ buttons: { display: "flex", flexWrap: "wrap", gap: "8px" } });

/** What can be asked for later. */
type Asked = Exclude<PermissionStep, "read">;

/** What can be left out, and asked for one by one. */
const MORE = ["policies", "hidden", "evidence", "administer"] as const;

export function PermissionsSection() {
  const { t } = useTranslation();
  const canManage = useSession()?.canManage ?? false;
  const { data, error, refetch } = useQuery(permissionsQuery(null));
  const lacking = MORE.filter((step) =>
    data?.permissions.some((known) => known.step === step && known.granted === false),
  );
  return (
    <Section
      title={t("settings.permissions.title")}
      text={canManage ? t("settings.permissions.canManage") : t("settings.permissions.readOnly")}
    >
      {!canManage && <Ask step="manage" consentUrl={data?.adminConsentUrl ?? null} />}
      {canManage &&
        lacking.map((step, place) => (
          <Ask
            key={step}
            step={step}
            consentUrl={place === 0 ? (data?.adminConsentUrl ?? null) : null}
          />
        ))}
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingRows rows={5} height={36} />}
      {data && <PermissionList permissions={data.permissions} />}
    </Section>
  );
}

function Ask({ step, consentUrl }: { step: Asked; consentUrl: string | null }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const request = useRequest(step);
  return (
    <>
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabledFocusable={request.isPending}
          onClick={() => request.mutate()}
        >
          {request.isPending
            ? t("settings.permissions.requesting")
            : t(`settings.permissions.request.${step}`)}
        </Button>
        {request.isPending && (
          <Button onClick={() => void call("sign_in_cancel", null).catch(() => undefined)}>
            {t("common.cancel")}
          </Button>
        )}
        {consentUrl && <ConsentLink url={consentUrl} />}
      </div>
      {request.error && (
        <ErrorPanel error={request.error} title={t("settings.permissions.failed")} />
      )}
    </>
  );
}

function useRequest(step: Asked) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const notify = useNotify();
  return useMutation({
    mutationFn: () => call("permissions_request", { step }),
    onSuccess: (session) => {
      client.setQueryData<AppStart>(
        keys.start,
        (start) => start && { ...start, session: signedIn(session) },
      );
      void client.invalidateQueries({ queryKey: keys.permissions });
      notify({ intent: "confirmed", title: t(`settings.permissions.granted.${step}`) });
    },
  });
}
