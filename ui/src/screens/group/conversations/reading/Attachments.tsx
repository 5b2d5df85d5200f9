/** What is attached to a post: files to be saved, links to be opened, messages and events by name. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import {
  ArrowDownloadRegular,
  DocumentRegular,
  LinkRegular,
  MailRegular,
} from "@fluentui/react-icons";
import type { TFunction } from "i18next";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { useOpenExternal } from "@/components/useOpenExternal";
import type { Attachment, ThreadRequest } from "@/ipc/bindings";
import { formatBytes } from "@/lib/dates";
import { tenure } from "@/theme/colors";
import { useSaveAttachment, type Saving } from "./useSaveAttachment";

const cut = { overflowX: "clip", textOverflow: "ellipsis", whiteSpace: "nowrap" } as const;

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexWrap: "wrap",
    gap: "8px",
    margin: "8px 0 0",
    padding: 0,
    listStyleType: "none",
  },
  item: { flex: "0 1 15rem", minWidth: "11rem" },
  card: {
    position: "relative",
    display: "flex",
    alignItems: "center",
    gap: "10px",
    width: "100%",
    minHeight: "44px",
    padding: "4px 10px",
    overflow: "hidden",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: "6px",
    backgroundColor: tokens.colorNeutralBackground1,
    color: "inherit",
    font: "inherit",
    textAlign: "start",
    "& svg": { flex: "none", fontSize: "20px", color: tokens.colorNeutralForeground3 },
  },
  act: {
    cursor: "pointer",
    ":hover": { backgroundColor: tenure.tenureHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  words: { flex: 1, minWidth: 0 },
  name: { ...cut, display: "block", lineHeight: "1.125rem" },
  second: {
    ...cut,
    display: "block",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  progress: {
    position: "absolute",
    left: 0,
    bottom: 0,
    height: "3px",
    backgroundColor: tokens.colorCompoundBrandBackground,
  },
});

interface Props {
  thread: ThreadRequest;
  postId: string;
  attachments: readonly Attachment[];
}

export function Attachments({ thread, postId, attachments }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { save, saving } = useSaveAttachment(thread, postId);
  return (
    <ul aria-label={t("conversations.attachment.list")} className={styles.list}>
      {attachments.map((attachment) => (
        <li key={attachment.id} className={styles.item}>
          <Card
            attachment={attachment}
            saving={saving.get(attachment.id)}
            onSave={() => save(attachment)}
          />
        </li>
      ))}
    </ul>
  );
}

interface CardProps {
  attachment: Attachment;
  saving: Saving | undefined;
  onSave: () => void;
}

function Card({ attachment: { name, size, what }, saving, onSave }: CardProps) {
  const { t } = useTranslation();
  const open = useOpenExternal();
  if (what.kind === "item") {
    return <Face icon={<MailRegular />} name={name} second={t("conversations.attachment.item")} />;
  }
  if (what.kind === "reference") {
    const { url } = what;
    return (
      <Face
        icon={<LinkRegular />}
        name={name}
        second={url ?? t("conversations.attachment.noLink")}
        label={t("conversations.attachment.open", { name })}
        onClick={url ? () => open(url) : undefined}
      />
    );
  }
  return (
    <Face
      icon={<DocumentRegular />}
      name={name}
      second={saving ? progressWords(t, saving) : formatBytes(size)}
      label={t("conversations.attachment.save", { name })}
      end={<ArrowDownloadRegular aria-hidden />}
      part={saving?.size ? saving.loaded / saving.size : undefined}
      onClick={saving ? undefined : onSave}
    />
  );
}

function progressWords(t: TFunction, { loaded, size }: Saving): string {
  if (size === null) {
    return t("conversations.attachment.savingSome", { loaded: formatBytes(loaded) });
  }
  const values = { loaded: formatBytes(loaded), size: formatBytes(size) };
  return t("conversations.attachment.saving", values);
}

interface FaceProps {
  icon: ReactElement;
  name: string;
  second: string;
  label?: string;
  end?: ReactElement;
  /** How much of it is saved, from 0 to 1. */
  part?: number;
  onClick?: () => void;
}

function Face({ icon, name, second, label, end, part, onClick }: FaceProps) {
  const styles = useStyles();
  const content = (
    <>
      {icon}
      <span className={styles.words}>
        <bdi className={styles.name} title={name}>
          {name}
        </bdi>
        <span className={styles.second}>{second}</span>
      </span>
      {end}
      {part !== undefined && (
        <span className={styles.progress} style={{ width: `${Math.round(part * 100)}%` }} />
      )}
    </>
  );
  if (!onClick) return <div className={styles.card}>{content}</div>;
  return (
    <button
      type="button"
      aria-label={label}
      className={mergeClasses(styles.card, styles.act)}
      onClick={onClick}
    >
      {content}
    </button>
  );
}
