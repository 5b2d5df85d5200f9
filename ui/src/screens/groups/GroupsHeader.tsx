/** The head of the Groups screen: whose groups, search, what can be done with all of them, and filters. */
import { Button, makeStyles, mergeClasses, tokens, Tooltip } from "@fluentui/react-components";
import { AddRegular, PanelRightRegular, PeopleListRegular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";

import { AsOf } from "@/components/AsOf";
import { Choice } from "@/components/Choice";
import { useSession } from "@/ipc/session";
import { links } from "@/lib/links";
import { ColumnsButton, type ColumnsButtonProps } from "./ColumnsButton";
import { ExportMenu, type ExportMenuProps } from "./ExportMenu";
import { GroupSearch } from "./GroupSearch";

export type Scope = "mine" | "tenant";

const useStyles = makeStyles({
  head: { display: "flex", flexDirection: "column", gap: "10px", padding: "16px 20px 12px" },
  line: { display: "flex", alignItems: "center", flexWrap: "wrap", gap: "8px 12px" },
  icons: { display: "flex" },
  filters: { display: "flex", alignItems: "flex-start", gap: "4px 16px" },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: "none",
  },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  end: {
    marginLeft: "auto",
    display: "flex",
    flex: "none",
    alignItems: "center",
    gap: "0 12px",
    minHeight: "1.75rem",
    whiteSpace: "nowrap",
  },
  on: { color: tokens.colorBrandForeground1 },
});

interface Props {
  scope: Scope;
  onScope: (scope: Scope) => void;
  text: string;
  total: number;
  onText: (text: string) => void;
  onLeave: () => void;
  looking: boolean;
  onLook: () => void;
  columns: ColumnsButtonProps;
  exported: ExportMenuProps;
  /** Filters, and what else narrows or explains the rows. */
  filters: ReactNode;
  /** How many are shown of how many. */
  figures: ReactNode;
  children?: ReactNode;
}

export function GroupsHeader(props: Props) {
  const { scope, filters, figures } = props;
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <header className={styles.head}>
      <div className={styles.line}>
        <h1 className={styles.title} tabIndex={-1}>
          {t("groups.title")}
        </h1>
        <Choice
          label={t("groups.scope.label")}
          options={[
            { value: "mine", text: t("groups.scope.mine") },
            { value: "tenant", text: t("groups.scope.tenant") },
          ]}
          chosen={scope}
          onChoose={props.onScope}
        />
        <GroupSearch
          text={props.text}
          total={props.total}
          onText={props.onText}
          onLeave={props.onLeave}
        />
        <Actions {...props} />
      </div>
      <div className={styles.filters}>
        {filters}
        <span className={mergeClasses(styles.quiet, styles.end)}>
          {figures}
          {scope === "mine" && <AsOf />}
        </span>
      </div>
      {props.children}
    </header>
  );
}

function Actions({ looking, onLook, columns, exported }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const navigate = useNavigate();
  const canManage = useSession()?.canManage ?? false;
  return (
    <>
      <span className={styles.icons}>
        <Tooltip relationship="label" content={t("groups.across")}>
          <Button
            appearance="subtle"
            icon={<PeopleListRegular />}
            onClick={() => void navigate(links.people)}
          />
        </Tooltip>
        <ColumnsButton {...columns} />
        <Tooltip relationship="label" content={t("groups.look.button")}>
          <Button
            appearance="subtle"
            aria-pressed={looking}
            aria-keyshortcuts="q"
            className={mergeClasses(looking && styles.on)}
            icon={<PanelRightRegular />}
            onClick={onLook}
          />
        </Tooltip>
      </span>
      <ExportMenu {...exported} />
      <Button
        appearance="primary"
        icon={<AddRegular />}
        disabledFocusable={!canManage}
        title={canManage ? undefined : t("groups.detail.needsPermission")}
        onClick={() => void navigate(links.newGroup)}
      >
        {t("groups.new")}
      </Button>
    </>
  );
}
