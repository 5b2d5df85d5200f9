/** What goes with what is being written. */
import { Button, makeStyles, tokens, Tooltip } from "@fluentui/react-components";
import { DismissRegular, DocumentRegular } from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";

import type { DraftAttachment } from "@/ipc/bindings";
import { formatBytes } from "@/lib/dates";
import { tenure } from "@/theme/colors";
import type { Attaching } from "./useAttaching";

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexWrap: "wrap",
    gap: "8px",
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
  file: {
    display: "flex",
    alignItems: "center",
    gap: "8px",
    maxWidth: "100%",
    padding: "2px 4px 2px 10px",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: "6px",
    "& > svg": { flex: "none", fontSize: "18px", color: tokens.colorNeutralForeground3 },
  },
  name: { minWidth: 0, overflowX: "clip", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  size: {
    flex: "none",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  remove: { minWidth: "24px", height: "24px", padding: 0 },
  busy: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  problem: { margin: 0, fontSize: tokens.fontSizeBase200, color: tenure.tenureRed },
});

interface Props {
  attachments: readonly DraftAttachment[];
  attaching: Attaching;
  disabled: boolean;
}

export function DraftFiles({ attachments, attaching, disabled }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { busy, problem, detach } = attaching;
  return (
    <>
      {attachments.length > 0 && (
        <ul aria-label={t("conversations.write.attached")} className={styles.list}>
          {attachments.map(({ id, name, size }) => (
            <li key={id} className={styles.file}>
              <DocumentRegular aria-hidden />
              <bdi className={styles.name} title={name}>
                {name}
              </bdi>
              <span className={styles.size}>{formatBytes(size)}</span>
              <Tooltip relationship="label" content={t("conversations.write.detach", { name })}>
                <Button
                  size="small"
                  appearance="subtle"
                  className={styles.remove}
                  icon={<DismissRegular />}
                  disabledFocusable={disabled}
                  onClick={() => detach(id)}
                />
              </Tooltip>
            </li>
          ))}
        </ul>
      )}
      {busy !== null && (
        <div role="status" className={styles.busy}>
          {t("conversations.write.attaching", { name: busy })}
        </div>
      )}
      {problem !== null && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </>
  );
}
