/** Above the list: a new conversation, what was not seen, and how the person follows the group. */
import {
  Button,
  Link,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
} from "@fluentui/react-components";
import {
  AddRegular,
  EyeRegular,
  ImageOffRegular,
  ImageRegular,
  MailInboxDismissRegular,
  MailInboxRegular,
  MoreHorizontalRegular,
} from "@fluentui/react-icons";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Key } from "@/components/Key";
import type { ConversationList } from "@/ipc/bindings";
import { formatNumber } from "@/lib/dates";
import { useShortcut } from "@/shortcuts/registry";
import { useDesk } from "../desk";
import { ImagesDialog } from "../reading/ImagesDialog";
import type { Listed } from "./useConversations";
import { useFollowing } from "./useFollowing";

const useStyles = makeStyles({
  head: {
    flex: "none",
    display: "flex",
    alignItems: "center",
    flexWrap: "wrap",
    gap: "6px 10px",
    padding: "10px 10px 10px 16px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  key: { marginLeft: "8px", display: "inline-flex" },
  unseen: {
    flex: "1 1 auto",
    minWidth: 0,
    textAlign: "end",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  seen: { fontSize: tokens.fontSizeBase200 },
  menu: { marginLeft: "auto" },
});

export function ListHead({ listed: { head } }: { listed: Listed }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { write } = useDesk();
  const { markSeen } = useFollowing();
  const unseen = head?.unseen ?? 0;
  useShortcut("n", t("conversations.keys.new"), write);
  return (
    <div className={styles.head}>
      <Button
        appearance="primary"
        icon={<AddRegular />}
        aria-label={t("conversations.new")}
        onClick={write}
      >
        {t("conversations.newShort")}
        <span className={styles.key}>
          <Key onBrand>N</Key>
        </span>
      </Button>
      {unseen > 0 && (
        <div className={styles.unseen}>
          <div>{t("conversations.unseen", { count: unseen, shown: formatNumber(unseen) })}</div>
          <Link as="button" className={styles.seen} onClick={markSeen}>
            {t("conversations.markSeen")}
          </Link>
        </div>
      )}
      {head && <HeadMenu head={head} />}
    </div>
  );
}

function HeadMenu({ head }: { head: ConversationList }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const { markSeen, subscribe, loadImages } = useFollowing();
  const { subscribed, remoteImages } = head;
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button
            appearance="subtle"
            icon={<MoreHorizontalRegular />}
            aria-label={t("conversations.more")}
            className={styles.menu}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {subscribed !== true && (
              <MenuItem icon={<MailInboxRegular />} onClick={() => subscribe(true)}>
                {t("conversations.subscribe")}
              </MenuItem>
            )}
            {subscribed !== false && (
              <MenuItem icon={<MailInboxDismissRegular />} onClick={() => subscribe(false)}>
                {t("conversations.unsubscribe")}
              </MenuItem>
            )}
            <MenuItem icon={<EyeRegular />} onClick={markSeen}>
              {t("conversations.markSeen")}
            </MenuItem>
            {remoteImages ? (
              <MenuItem icon={<ImageOffRegular />} onClick={() => loadImages(false)}>
                {t("conversations.read.imagesOff")}
              </MenuItem>
            ) : (
              <MenuItem icon={<ImageRegular />} onClick={() => setAsking(true)}>
                {t("conversations.read.loadImages")}…
              </MenuItem>
            )}
          </MenuList>
        </MenuPopover>
      </Menu>
      {asking && <ImagesDialog onClose={() => setAsking(false)} />}
    </>
  );
}
