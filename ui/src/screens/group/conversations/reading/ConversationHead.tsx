/** What the open conversation is about, who takes part, and what can be done about it. */
import { Button, makeStyles, tokens, Tooltip } from "@fluentui/react-components";
import { ArrowLeftRegular, WarningRegular } from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";

import { errorWords } from "@/components/errorWords";
import { Mark } from "@/components/people/Mark";
import type { ConversationThreads } from "@/ipc/bindings";
import { formatAsOf, formatNumber } from "@/lib/dates";
import { tenure } from "@/theme/colors";
import { useOpenGroup } from "../../openGroup";
import { useDesk } from "../desk";
import { ConversationMenu } from "./ConversationMenu";
import { namesOf } from "./names";
import type { Expanded } from "./useExpanded";

const useStyles = makeStyles({
  head: {
    flex: "none",
    display: "flex",
    alignItems: "flex-start",
    gap: "8px",
    padding: "12px 14px 10px 20px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  back: { display: "none", "@container group (max-width: 44rem)": { display: "inline-flex" } },
  words: { flex: 1, minWidth: 0 },
  topic: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
    userSelect: "text",
    outlineStyle: "none",
  },
  second: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: "6px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: "1.25rem",
    color: tokens.colorNeutralForeground2,
  },
  stale: { display: "inline-flex", gap: "4px", "& svg": { color: tenure.tenureAmber } },
});

export function ConversationHead({
  read,
  expanded,
}: {
  read: ConversationThreads;
  expanded: Expanded;
}) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { now } = useOpenGroup();
  const { close } = useDesk();
  const { conversation, threads, lastError, asOf } = read;
  const count = threads.reduce((sum, { posts }) => sum + posts.length, 0);
  const [only] = threads;
  const others = threads.length === 1 && only ? [...only.to, ...only.cc] : [];
  const facts = [
    t("conversations.read.posts", { count, shown: formatNumber(count) }),
    threads.length > 1 &&
      t("conversations.read.threads", {
        count: threads.length,
        shown: formatNumber(threads.length),
      }),
    others.length > 0 && t("conversations.read.with", { names: namesOf(t, others) }),
  ].filter(Boolean);
  return (
    <header className={styles.head}>
      <Tooltip relationship="label" content={t("conversations.read.back")}>
        <Button
          appearance="subtle"
          className={styles.back}
          icon={<ArrowLeftRegular />}
          onClick={close}
        />
      </Tooltip>
      <div className={styles.words}>
        <h2 dir="auto" tabIndex={-1} className={styles.topic}>
          {conversation.topic || t("conversations.noTopic")}
        </h2>
        <div className={styles.second}>
          <span>{facts.join(" · ")}</span>
          {threads.length === 1 && only?.locked && <Mark>{t("conversations.read.locked")}</Mark>}
          {lastError && (
            <span className={styles.stale}>
              <WarningRegular aria-hidden />
              {t("conversations.stale", {
                why: `${errorWords(t, lastError).title}.`,
                when: t("common.asOf", { when: formatAsOf(asOf, now) }),
              })}
            </span>
          )}
        </div>
      </div>
      <ConversationMenu read={read} expanded={expanded} />
    </header>
  );
}
