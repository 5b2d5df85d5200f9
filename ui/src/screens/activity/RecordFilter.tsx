/** The search of the record, and the one group that it is limited to. */
import { Button, makeStyles, SearchBox } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { useTranslation } from "react-i18next";

import { Key } from "@/components/Key";
import { VisuallyHidden } from "@/components/VisuallyHidden";
import { groupsQuery } from "@/ipc/queries";
import { useShortcut } from "@/shortcuts/registry";

const useStyles = makeStyles({
  row: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "8px" },
  box: { flex: "1 1 18rem", maxWidth: "26rem", minWidth: 0 },
  key: { width: "auto", height: "auto", overflow: "visible", marginRight: "8px" },
});

interface Props {
  text: string;
  groupId: string | null;
  /** The group's name as the record has it. */
  name: string | undefined;
  onText: (text: string) => void;
  onAllGroups: () => void;
}

export function RecordFilter({ text, groupId, name, onText, onAllGroups }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  useShortcut("/", t("activity.keys.search"), () => input.current?.focus());
  const { data: known } = useQuery({
    ...groupsQuery(),
    select: ({ groups }) => groups.find(({ id }) => id === groupId)?.displayName,
  });
  const shown = known ?? name;
  return (
    <div className={styles.row}>
      <SearchBox
        ref={input}
        className={styles.box}
        value={text}
        aria-label={t("activity.search")}
        aria-keyshortcuts="/"
        placeholder={t("activity.search")}
        contentAfter={text === "" ? { className: styles.key, children: <Key>/</Key> } : undefined}
        dismiss={text === "" ? null : { "aria-label": t("activity.clearSearch") }}
        onChange={(_event, data) => onText(data.value)}
        onKeyDown={(event) => event.key === "Escape" && text !== "" && onText("")}
      />
      {groupId !== null && (
        <Button
          shape="circular"
          icon={<DismissRegular />}
          iconPosition="after"
          onClick={onAllGroups}
        >
          {shown ? t("activity.only", { name: shown }) : t("activity.onlyOne")}
          <VisuallyHidden>. {t("activity.allGroups")}</VisuallyHidden>
        </Button>
      )}
    </div>
  );
}
