/** What differs between a file and the tenant, by area; what is ticked is taken over, one change after another. */
import {
  Button,
  Drawer,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { LoadingRows } from "@/components/LoadingRows";
import { useReturnFocus } from "@/components/useReturnFocus";
import type { PoliciesCompared } from "@/ipc/bindings";
import { comparedQuery } from "@/ipc/queries";
import { formatDate, formatNumber } from "@/lib/dates";
import { Differences } from "./Differences";
import type { PolicyFile } from "./ExchangeMenu";

const useStyles = makeStyles({
  drawer: { width: "46rem", maxWidth: "100vw" },
  body: { display: "grid", gap: "16px", alignContent: "start", paddingBottom: "24px" },
  text: { margin: 0 },
});

export function CompareDrawer({ file, onClose }: { file: PolicyFile; onClose: () => void }) {
  const styles = useStyles();
  const { t } = useTranslation();
  useReturnFocus();
  const { data, error, refetch } = useQuery(comparedQuery(file.text));
  return (
    <Drawer
      open
      type="overlay"
      position="end"
      className={styles.drawer}
      onOpenChange={(_, { open }) => !open && onClose()}
    >
      <DrawerHeader>
        <DrawerHeaderTitle
          action={
            <Button
              appearance="subtle"
              icon={<DismissRegular />}
              aria-label={t("common.close")}
              onClick={onClose}
            />
          }
        >
          {t("policies.exchange.title", { file: file.name })}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody className={styles.body}>
        {error && (
          <ErrorPanel
            error={error}
            title={t("policies.exchange.failed")}
            onRetry={() => void refetch()}
          />
        )}
        {!data && !error && <LoadingRows rows={5} height={44} />}
        {data?.state === "refused" && <Refused compared={data} />}
        {data?.state === "compared" && (
          <>
            <p className={styles.text}>
              {t(data.sameTenant ? "policies.exchange.fromHere" : "policies.exchange.fromThere", {
                tenant: data.tenantName,
                when: formatDate(data.asOf, "moment"),
              })}{" "}
              {data.same > 0 &&
                t("policies.exchange.same", { count: data.same, shown: formatNumber(data.same) })}
            </p>
            {data.differences.length === 0 ? (
              <EmptyState title={t("policies.exchange.none")} />
            ) : (
              <Differences file={file} differences={data.differences} />
            )}
          </>
        )}
      </DrawerBody>
    </Drawer>
  );
}

function Refused({ compared }: { compared: Extract<PoliciesCompared, { state: "refused" }> }) {
  const { t } = useTranslation();
  const { fault } = compared;
  return (
    <div role="alert">
      <EmptyState
        icon={<DismissRegular />}
        title={t(`policies.fault.${fault.kind}.title`)}
        text={t(`policies.fault.${fault.kind}.text`, { ...fault })}
      />
    </div>
  );
}
