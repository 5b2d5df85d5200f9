/** What is kept on this computer, and the button that removes it. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { DeleteRegular } from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { CopyButton } from "@/components/CopyButton";
import { ErrorPanel } from "@/components/ErrorPanel";
import { LoadingRows } from "@/components/LoadingRows";
import type { StorageInfo } from "@/ipc/bindings";
import { storageQuery } from "@/ipc/queries";
import { formatBytes } from "@/lib/dates";
import { ClearDialog } from "./ClearDialog";
import { Section } from "./Section";

const useStyles = makeStyles({
  facts: {
    display: "grid",
    gridTemplateColumns: "auto 1fr",
    gap: "8px 16px",
    margin: 0,
    "& dt": { color: tokens.colorNeutralForeground2 },
    "& dd": { margin: 0, textAlign: "right", overflowWrap: "anywhere", userSelect: "text" },
  },
  aside: { margin: "4px 0 0", paddingLeft: "20px" },
});

export function StorageSection() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(storageQuery());
  return (
    <Section title={t("settings.storage.title")}>
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingRows rows={3} height={28} />}
      {data && <Kept storage={data} />}
    </Section>
  );
}

function Kept({ storage }: { storage: StorageInfo }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [clearing, setClearing] = useState(false);
  return (
    <>
      <dl className={styles.facts}>
        <dt>{t("settings.storage.folder")}</dt>
        <dd>
          {storage.dataDir}{" "}
          <CopyButton
            size="small"
            appearance="subtle"
            text={storage.dataDir}
            label={t("settings.storage.copyFolder")}
          />
        </dd>
        <dt>{t("settings.storage.cache")}</dt>
        <dd>{formatBytes(storage.cacheBytes)}</dd>
        <dt>{t("settings.storage.logs")}</dt>
        <dd>{formatBytes(storage.logBytes)}</dd>
      </dl>
      {storage.setAside.length > 0 && (
        <div>
          {t("settings.storage.setAside", { count: storage.setAside.length })}
          <ul className={styles.aside}>
            {storage.setAside.map((file) => (
              <li key={file}>{file}</li>
            ))}
          </ul>
        </div>
      )}
      <div>
        <Button icon={<DeleteRegular />} onClick={() => setClearing(true)}>
          {t("settings.storage.clear")}
        </Button>
      </div>
      {clearing && (
        <ClearDialog
          bytes={storage.cacheBytes + storage.logBytes}
          onClose={() => setClearing(false)}
        />
      )}
    </>
  );
}
