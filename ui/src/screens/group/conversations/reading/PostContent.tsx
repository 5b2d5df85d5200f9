/** All that a post says: its text, what it quotes, and what was left out or attached. */
import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { UntrustedFrame } from "@/components/UntrustedFrame";
import type { PostBody, PostHead, ThreadRequest } from "@/ipc/bindings";
import { postQuery } from "@/ipc/posts";
import { useSettings } from "@/ipc/session";
import { formatBytes, formatNumber } from "@/lib/dates";
import { tenure } from "@/theme/colors";
import { useAppearance } from "@/theme/useAppearance";
import { Attachments } from "./Attachments";
import { ImagesDialog } from "./ImagesDialog";

const useStyles = makeStyles({
  wait: { display: "grid", gap: "8px", paddingBottom: "8px" },
  bar: { height: "12px", borderRadius: "4px", backgroundColor: tenure.tenureSkeleton },
  bars: { display: "grid", gap: "6px", marginBottom: "10px", ":empty": { display: "none" } },
  note: {
    display: "flex",
    alignItems: "center",
    flexWrap: "wrap",
    gap: "2px 10px",
    padding: "5px 10px",
    borderRadius: "6px",
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: "1.25rem",
    color: tokens.colorNeutralForeground2,
  },
  link: { fontSize: tokens.fontSizeBase200 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
  quoted: {
    marginTop: "4px",
    paddingLeft: "12px",
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
  },
  foot: {
    // Above the frame, whose colours may be turned over and so painted later.
    position: "relative",
    display: "flex",
    flexWrap: "wrap",
    gap: "8px",
    marginTop: "-10px",
    ":empty": { display: "none" },
  },
});

interface Props {
  thread: ThreadRequest;
  post: PostHead;
  heights: Map<string, number>;
}

export function PostContent({ thread, post, heights }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [whole, setWhole] = useState(false);
  const cut = useQuery(postQuery(thread, post.id, false));
  const all = useQuery({ ...postQuery(thread, post.id, true), enabled: whole });
  const body = all.data ?? cut.data;
  const error = all.error ?? cut.error;
  if (body) {
    return (
      <Body
        thread={thread}
        post={post}
        body={body}
        heights={heights}
        onWhole={() => setWhole(true)}
      />
    );
  }
  if (error) {
    return (
      <div className={styles.note} role="alert">
        {t("conversations.read.bodyFailed")}
        <Link as="button" className={styles.link} onClick={() => void cut.refetch()}>
          {t("common.retry")}
        </Link>
      </div>
    );
  }
  const height = heights.get(post.id);
  return (
    <div aria-busy className={styles.wait} style={{ minHeight: height }}>
      <div className={styles.bar} style={{ width: "62%" }} />
      <div className={styles.bar} style={{ width: "48%" }} />
    </div>
  );
}

function Body({
  thread,
  post,
  body,
  heights,
  onWhole,
}: Props & { body: PostBody; onWhole: () => void }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [original, setOriginal] = useState(false);
  const [unfolded, setUnfolded] = useState(false);
  const { name: theme } = useAppearance(useSettings().theme);
  const { name } = post.from;
  const { html, quoted, ownColors, attachments } = body;
  const shared = { ownColors, original };
  const empty = html === "" && !quoted;
  return (
    <>
      <LeftOut body={body} onWhole={onWhole} />
      {html !== "" && (
        <UntrustedFrame
          {...shared}
          html={html}
          title={t("conversations.read.body", { name })}
          height={heights.get(post.id)}
          onHeight={(height) => heights.set(post.id, height)}
        />
      )}
      {empty && <p className={styles.quiet}>{t("conversations.read.empty")}</p>}
      <div className={styles.foot}>
        {quoted && (
          <Button size="small" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
            {t(`conversations.read.${unfolded ? "hideQuoted" : "showQuoted"}`)}
          </Button>
        )}
        {ownColors && theme !== "light" && (
          <Button size="small" aria-pressed={original} onClick={() => setOriginal(!original)}>
            {t(`conversations.read.${original ? "themeColors" : "originalColors"}`)}
          </Button>
        )}
      </div>
      {quoted && unfolded && (
        <div className={styles.quoted}>
          <UntrustedFrame
            {...shared}
            html={quoted}
            title={t("conversations.read.quoted", { name })}
          />
        </div>
      )}
      {attachments.length > 0 && (
        <Attachments thread={thread} postId={post.id} attachments={attachments} />
      )}
    </>
  );
}

function LeftOut({ body, onWhole }: { body: PostBody; onWhole: () => void }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const { imagesLeftOut: count, cutAt } = body;
  return (
    <div className={styles.bars}>
      {count > 0 && (
        <div className={styles.note}>
          {t("conversations.read.imagesLeft", { count, shown: formatNumber(count) })}
          <Link as="button" className={styles.link} onClick={() => setAsking(true)}>
            {t("conversations.read.loadImages")}
          </Link>
        </div>
      )}
      {cutAt !== null && (
        <div className={styles.note}>
          {t("conversations.read.cut", { size: formatBytes(cutAt) })}
          <Link as="button" className={styles.link} onClick={onWhole}>
            {t("conversations.read.showAll")}
          </Link>
        </div>
      )}
      {asking && <ImagesDialog onClose={() => setAsking(false)} />}
    </div>
  );
}
