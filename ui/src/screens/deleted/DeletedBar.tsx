/** What can be done with the selected groups. It floats above the bottom edge. */
import { Button, makeStyles, tokens, Tooltip } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";

import { Key } from "@/components/Key";
import type { DeletedList } from "@/ipc/bindings";
import { formatNumber } from "@/lib/dates";
import { tenure } from "@/theme/colors";
import type { Desk } from "./useDesk";

const useStyles = makeStyles({
  place: {
    position: "sticky",
    zIndex: 3,
    bottom: 0,
    display: "flex",
    justifyContent: "center",
    height: 0,
    pointerEvents: "none",
  },
  bar: {
    pointerEvents: "auto",
    alignSelf: "flex-end",
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "8px",
    padding: "8px 8px 8px 16px",
    borderRadius: "8px",
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    boxShadow: tenure.tenureShadowFloat,
  },
  count: {
    marginRight: "8px",
    whiteSpace: "nowrap",
    fontWeight: tokens.fontWeightSemibold,
  },
  key: { marginLeft: "8px", display: "inline-flex" },
});

export function DeletedBar({
  list,
  desk,
  canManage,
}: {
  list: DeletedList;
  desk: Desk;
  canManage: boolean;
}) {
  const styles = useStyles();
  const { t } = useTranslation();
  const shown = formatNumber(desk.selected.size);
  const chosen = list.groups.filter(({ id }) => desk.selected.has(id));
  return (
    <div className={styles.place}>
      <div role="toolbar" aria-label={t("deleted.bar")} className={styles.bar}>
        <span role="status" className={styles.count}>
          {t("deleted.selected", { shown })}
        </span>
        <Button appearance="primary" disabled={!canManage} onClick={desk.restoreSelected}>
          {t("deleted.bringBackCount", { shown })}
          <span className={styles.key}>
            <Key onBrand>R</Key>
          </span>
        </Button>
        {list.canPurge && (
          <Button onClick={() => desk.purge(chosen)}>{t("deleted.purgeMany")}</Button>
        )}
        <Tooltip relationship="label" content={t("deleted.clear")}>
          <Button appearance="subtle" icon={<DismissRegular />} onClick={desk.clear} />
        </Tooltip>
      </div>
    </div>
  );
}
