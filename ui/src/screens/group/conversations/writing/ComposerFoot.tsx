/** Sending, attaching, throwing away; and whether the draft is kept. */
import { Button, makeStyles, tokens, Tooltip } from "@fluentui/react-components";
import { AttachRegular, DeleteRegular, SendRegular } from "@fluentui/react-icons";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { ConfirmDialog } from "@/components/ConfirmDialog";
import { commandErrorOf, errorWords } from "@/components/errorWords";
import { Key } from "@/components/Key";
import { useNotifyFailure } from "@/components/notify";
import { keyNames } from "@/shortcuts/registry";
import { tenure } from "@/theme/colors";
import type { Attaching } from "./useAttaching";
import type { Writing } from "./useWriting";

const useStyles = makeStyles({
  foot: { display: "flex", alignItems: "center", flexWrap: "wrap", gap: "8px" },
  keys: { display: "inline-flex", gap: "2px", marginLeft: "8px" },
  kept: {
    flex: 1,
    minWidth: "6rem",
    textAlign: "end",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  notKept: { color: tenure.tenureRed },
});

interface Props {
  writing: Writing;
  attaching: Attaching;
  onClose: () => void;
}

export function ComposerFoot({ writing, attaching, onClose }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const { sending, error, send } = writing;
  const words = sending ? "sending" : error ? "again" : "send";
  return (
    <div className={styles.foot}>
      <Button
        appearance="primary"
        icon={<SendRegular />}
        disabledFocusable={sending}
        onClick={send}
      >
        {t(`conversations.write.${words}`)}
        <span className={styles.keys}>
          {keyNames("$mod+Enter").map((key) => (
            <Key key={key} onBrand>
              {key}
            </Key>
          ))}
        </span>
      </Button>
      <Tooltip relationship="label" content={t("conversations.write.attach")}>
        <Button
          icon={<AttachRegular />}
          disabledFocusable={sending || attaching.busy !== null}
          onClick={() => input.current?.click()}
        />
      </Tooltip>
      <input
        ref={input}
        hidden
        multiple
        type="file"
        aria-label={t("conversations.write.attach")}
        onChange={(event) => {
          attaching.attach([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
      <Discard writing={writing} onClose={onClose} />
      <Kept writing={writing} />
    </div>
  );
}

function Discard({ writing, onClose }: { writing: Writing; onClose: () => void }) {
  const { t } = useTranslation();
  const failed = useNotifyFailure();
  const [asking, setAsking] = useState(false);
  const { sending, words, discard } = writing;
  const throwAway = () =>
    void discard()
      .then(onClose)
      .catch((error: unknown) => failed(error));
  return (
    <>
      <Tooltip relationship="label" content={t("conversations.write.discard")}>
        <Button
          appearance="subtle"
          icon={<DeleteRegular />}
          disabledFocusable={sending}
          onClick={() => (words.body === "" ? throwAway() : setAsking(true))}
        />
      </Tooltip>
      <ConfirmDialog
        open={asking}
        title={t("conversations.write.discardTitle")}
        confirm={t("conversations.write.discard")}
        onConfirm={throwAway}
        onCancel={() => setAsking(false)}
      >
        {t("conversations.write.discardText")}
      </ConfirmDialog>
    </>
  );
}

function Kept({ writing: { keeping } }: { writing: Writing }) {
  const styles = useStyles();
  const { t } = useTranslation();
  if (keeping.state === "failed") {
    const why = `${errorWords(t, commandErrorOf(keeping.error)).title}.`;
    return (
      <span role="alert" className={`${styles.kept} ${styles.notKept}`}>
        {t("conversations.write.notKept", { why })}
      </span>
    );
  }
  return (
    <span className={styles.kept}>
      {keeping.state === "changed" && t("conversations.write.keeping")}
      {keeping.state === "kept" && t("conversations.write.kept")}
    </span>
  );
}
