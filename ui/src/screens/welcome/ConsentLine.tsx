/** That an administrator has to approve, with the permissions and the link one click away. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  Link,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { ErrorPanel } from "@/components/ErrorPanel";
import { LoadingRows } from "@/components/LoadingRows";
import type { SignInRequest } from "@/ipc/bindings";
import { permissionsQuery } from "@/ipc/queries";
import { ConsentLink } from "@/permissions/ConsentLink";
import { PermissionList } from "@/permissions/PermissionList";
import { cleaned } from "./validation";

const useStyles = makeStyles({
  line: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  link: { fontSize: "inherit", fontWeight: tokens.fontWeightSemibold },
  surface: { maxWidth: "760px" },
  content: { display: "grid", gap: "12px" },
});

export function ConsentLine({ form }: { form: SignInRequest }) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <div className={styles.line}>
      {t("welcome.signIn.consent")}{" "}
      <Dialog>
        <DialogTrigger disableButtonEnhancement>
          <Link as="button" type="button" inline className={styles.link}>
            {t("welcome.signIn.which")}
          </Link>
        </DialogTrigger>
        <DialogSurface className={styles.surface}>
          <DialogBody>
            <DialogTitle>{t("permissions.title")}</DialogTitle>
            <DialogContent className={styles.content}>
              {t("permissions.intro")}
              <PermissionsOfForm form={form} />
            </DialogContent>
            <DialogActions>
              <DialogTrigger disableButtonEnhancement>
                <Button>{t("common.close")}</Button>
              </DialogTrigger>
            </DialogActions>
          </DialogBody>
        </DialogSurface>
      </Dialog>
    </div>
  );
}

function PermissionsOfForm({ form }: { form: SignInRequest }) {
  const { t } = useTranslation();
  const { data, error } = useQuery(permissionsQuery(cleaned(form)));
  if (error) return <ErrorPanel error={error} />;
  if (!data) return <LoadingRows rows={5} height={36} />;
  return (
    <>
      <PermissionList permissions={data.permissions} />
      {data.adminConsentUrl ? (
        <ConsentLink url={data.adminConsentUrl} />
      ) : (
        t("permissions.linkMissing")
      )}
    </>
  );
}
