/** What one wrote and what stands in no list of posts yet: on its way, looked up, or a draft. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ClockRegular, EditRegular, SendRegular, WarningRegular } from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";

import { Mark } from "@/components/people/Mark";
import { UntrustedFrame } from "@/components/UntrustedFrame";
import type { Draft, DraftState } from "@/ipc/bindings";
import { useSession } from "@/ipc/session";
import { formatBytes } from "@/lib/dates";
import { Face } from "./Face";
import { namesOf } from "./names";

const useStyles = makeStyles({
  root: { padding: "12px 20px 14px", backgroundColor: tokens.colorNeutralBackground2 },
  head: { display: "flex", alignItems: "center", gap: "12px" },
  words: { flex: 1, minWidth: 0 },
  line: { display: "flex", alignItems: "center", flexWrap: "wrap", gap: "2px 8px" },
  name: { fontWeight: tokens.fontWeightSemibold },
  why: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  body: {
    marginTop: "8px",
    paddingLeft: "44px",
    "@container group (max-width: 60rem)": { paddingLeft: 0 },
  },
  plain: { whiteSpace: "pre-wrap", overflowWrap: "anywhere", userSelect: "text" },
  files: {
    margin: "6px 0 0",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
});

type Waiting = Exclude<DraftState["state"], "writing" | "failed">;

const icons: Record<Waiting, typeof ClockRegular> = {
  sending: SendRegular,
  beingDelivered: ClockRegular,
  unknown: WarningRegular,
};

const isWaiting = (state: DraftState["state"]): state is Waiting => state in icons;

export function WaitingPost({ draft, onGoOn }: { draft: Draft; onGoOn: () => void }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const account = useSession()?.account;
  const me = {
    name: account?.displayName ?? "",
    address: account?.userPrincipalName ?? "",
  };
  const { state } = draft.state;
  const open = !isWaiting(state);
  return (
    <article aria-label={me.name} className={styles.root}>
      <div className={styles.head}>
        <Face of={me} />
        <div className={styles.words}>
          <div className={styles.line}>
            <bdi className={styles.name}>{me.name}</bdi>
            <StateMark state={state} />
          </div>
          <div className={styles.why}>{useWhy(draft)}</div>
        </div>
        {open && (
          <Button icon={<EditRegular />} onClick={onGoOn}>
            {t("conversations.draft.goOn")}
          </Button>
        )}
      </div>
      {!open && <Words draft={draft} />}
    </article>
  );
}

function StateMark({ state }: { state: DraftState["state"] }) {
  const { t } = useTranslation();
  if (!isWaiting(state)) {
    return (
      <Mark tone={state === "failed" ? "red" : "neutral"}>
        {t(`conversations.draft.state.${state}`)}
      </Mark>
    );
  }
  const Icon = icons[state];
  return (
    <Mark tone={state === "unknown" ? "amber" : "brand"}>
      <Icon aria-hidden />
      {t(`conversations.waiting.${state}`)}
    </Mark>
  );
}

function useWhy({ state: { state }, purpose, words }: Draft): string {
  const { t } = useTranslation();
  const forwarded =
    purpose.kind === "forward"
      ? `${t("conversations.waiting.forwarded", { names: namesOf(t, words.recipients) })}. `
      : "";
  if (state === "beingDelivered") return forwarded + t("conversations.waiting.beingDeliveredText");
  return state === "unknown" ? forwarded + t("conversations.waiting.unknownText") : forwarded;
}

function Words({ draft: { words, attachments } }: { draft: Draft }) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <div className={styles.body}>
      {words.plain ? (
        <div dir="auto" className={styles.plain}>
          {words.body}
        </div>
      ) : (
        words.body !== "" && (
          <UntrustedFrame html={words.body} surface="quiet" title={t("conversations.write.body")} />
        )
      )}
      {attachments.length > 0 && (
        <p className={styles.files}>
          {attachments.map(({ name, size }) => `${name} (${formatBytes(size)})`).join(", ")}
        </p>
      )}
    </div>
  );
}
