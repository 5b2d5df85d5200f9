/** One thing that was done: when, what, values before and after, how it stands, and its undo or why there is none. */
import { Button, mergeClasses, Tooltip } from "@fluentui/react-components";
import { OpenRegular } from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";

import { ItemCodes } from "@/components/jobs/ItemCodes";
import { ItemFacts } from "@/components/jobs/ItemFacts";
import { ItemMark } from "@/components/jobs/ItemMark";
import { UndoButton } from "@/components/jobs/UndoButton";
import { itemWords } from "@/components/jobs/words";
import type { Action, ActivityItem } from "@/ipc/bindings";
import { formatDate } from "@/lib/dates";
import { links } from "@/lib/links";
import { useRowStyles } from "./useRowStyles";

export function ItemRow({ item, inRun }: { item: ActivityItem; inRun: boolean }) {
  const styles = useRowStyles();
  const { t } = useTranslation();
  return (
    <div className={mergeClasses(styles.row, inRun && styles.inRun)}>
      <time className={styles.time} dateTime={item.at} title={formatDate(item.at, "moment")}>
        {formatDate(item.at, "time")}
      </time>
      <div className={styles.words}>
        <bdi className={mergeClasses(styles.what, inRun && styles.plain)}>{itemWords(t, item)}</bdi>
        <ItemFacts item={item} />
      </div>
      <div className={styles.mark}>
        <ItemMark item={item} />
        <ItemCodes item={item} />
      </div>
      <div className={styles.actions}>
        <WayBack item={item} />
        <OpenGroup item={item} />
      </div>
    </div>
  );
}

/** Those for which there is no way back by their nature. */
const final: ReadonlyArray<Action> = ["renewGroup", "restoreGroup", "purgeGroup", "enableTeam"];
type Final = "renewGroup" | "restoreGroup" | "purgeGroup" | "enableTeam";
const isFinal = (action: Action): action is Final => final.includes(action);

function WayBack({ item }: { item: ActivityItem }) {
  const styles = useRowStyles();
  const { t } = useTranslation();
  const { action, state, undoable, undone } = item;
  if (undoable) return <UndoButton item={item} />;
  if (state !== "done" || undone) return null;
  return (
    <span className={styles.not}>
      {t(`activity.cannotUndo.${isFinal(action) ? action : "other"}`)}
    </span>
  );
}

function OpenGroup({ item: { groupId, groupName, action } }: { item: ActivityItem }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  if (!groupId || action === "purgeGroup") return null;
  return (
    <Tooltip relationship="label" content={t("activity.open", { name: groupName })}>
      <Button
        size="small"
        appearance="subtle"
        icon={<OpenRegular />}
        onClick={() => void navigate(links.group(groupId))}
      />
    </Tooltip>
  );
}
