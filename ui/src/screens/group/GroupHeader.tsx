/** The head of a group: who it is, who sees it, its address, how long it has, and what can be done about it. */
import { Button, makeStyles, tokens, Tooltip } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";

import { CopyIconButton } from "@/components/CopyIconButton";
import { ExpiryBadge } from "@/components/ExpiryBadge";
import { GroupAvatar } from "@/components/GroupAvatar";
import { usePhoto } from "@/components/people/usePhoto";
import { StarButton } from "@/components/StarButton";
import { useStar } from "@/components/useStar";
import { VisibilityBadge } from "@/components/VisibilityBadge";
import { useShortcut } from "@/shortcuts/registry";
import { GroupMenu } from "./GroupMenu";
import { useOpenGroup } from "./openGroup";
import { RenewButton } from "./RenewButton";

const useStyles = makeStyles({
  header: {
    display: "flex",
    alignItems: "center",
    flexWrap: "wrap",
    gap: "12px 16px",
    padding: "20px 28px 12px 20px",
    "@container group (max-width: 44rem)": { padding: "16px 16px 12px 12px" },
  },
  who: { display: "flex", alignItems: "center", gap: "12px", flex: "1 1 18rem", minWidth: 0 },
  words: { flex: 1, minWidth: 0 },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    letterSpacing: "-0.01em",
    overflowWrap: "anywhere",
    userSelect: "text",
    outlineStyle: "none",
    display: "-webkit-box",
    WebkitBoxOrient: "vertical",
    WebkitLineClamp: "2",
    overflow: "hidden",
  },
  second: {
    display: "flex",
    alignItems: "center",
    flexWrap: "wrap",
    columnGap: "6px",
    color: tokens.colorNeutralForeground2,
  },
  /** The dot belongs to what stands before it: it begins no line. */
  pair: { display: "inline-flex", alignItems: "center", gap: "6px" },
  mail: { display: "inline-flex", alignItems: "center", gap: "6px", minWidth: 0 },
  address: {
    minWidth: 0,
    overflowX: "clip",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    userSelect: "text",
  },
  end: { display: "flex", alignItems: "center", flexWrap: "wrap", gap: "8px" },
});

export function GroupHeader({ onBack }: { onBack: () => void }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { groupId, summary, now, side } = useOpenGroup();
  const photo = usePhoto("groups", groupId);
  const star = useStar();
  const { displayName, visibility, mail, expires, favorite } = summary;
  useShortcut("f", t("groups.keys.star"), () => star(summary, favorite.marked !== true));
  return (
    <header className={styles.header}>
      <div className={styles.who}>
        <Tooltip relationship="label" content={t("group.back")}>
          <Button appearance="subtle" icon={<ArrowLeftRegular />} onClick={onBack} />
        </Tooltip>
        <GroupAvatar group={summary} photo={photo} size={48} />
        <div className={styles.words}>
          <h1 dir="auto" tabIndex={-1} className={styles.name} title={displayName}>
            {displayName}
          </h1>
          <div className={styles.second}>
            <span className={styles.pair}>
              <VisibilityBadge visibility={visibility} />
              {mail && <span aria-hidden>·</span>}
            </span>
            {mail && (
              <span className={styles.mail}>
                <span className={styles.address} title={mail}>
                  {mail}
                </span>
                <CopyIconButton text={mail} label={t("groups.detail.copyAddress")} />
              </span>
            )}
          </div>
        </div>
      </div>
      <div className={styles.end}>
        <StarButton group={summary} onToggle={(marked) => star(summary, marked)} />
        {expires !== null && <ExpiryBadge expires={expires} now={now} brief={side !== null} />}
        <RenewButton />
        <GroupMenu />
      </div>
    </header>
  );
}
