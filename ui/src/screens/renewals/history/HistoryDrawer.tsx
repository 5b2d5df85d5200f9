/** The history of one group or of all: who decided what on which evidence, and whether the record is intact. */
import {
  Button,
  DrawerBody,
  DrawerHeader,
  makeStyles,
  mergeClasses,
  OverlayDrawer,
  tokens,
} from "@fluentui/react-components";
import {
  ArrowDownloadRegular,
  DismissRegular,
  ErrorCircleRegular,
  ShieldCheckmarkRegular,
} from "@fluentui/react-icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { useExport } from "@/components/jobs/useExport";
import { LoadingRows } from "@/components/LoadingRows";
import { useReturnFocus } from "@/components/useReturnFocus";
import type { Integrity } from "@/ipc/bindings";
import { historyQuery } from "@/ipc/queries";
import { formatNumber } from "@/lib/dates";
import { tenure } from "@/theme/colors";
import type { DeskGroup } from "../gone";
import { Entry } from "./Entry";
import { ExpiryDates } from "./ExpiryDates";

const useStyles = makeStyles({
  drawer: { width: "30rem", maxWidth: "100vw", backgroundColor: tokens.colorNeutralBackground1 },
  header: { padding: "20px 12px 12px 20px", gap: "8px" },
  top: { display: "flex", alignItems: "flex-start", gap: "8px" },
  title: {
    flex: 1,
    minWidth: 0,
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
  },
  integrity: {
    display: "flex",
    gap: "8px",
    padding: "8px 12px",
    marginRight: "8px",
    borderRadius: "8px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    backgroundColor: tenure.tenureGreenSoft,
    color: tenure.tenureGreen,
    outline: "1px solid transparent",
    "& svg": { flex: "none", fontSize: "16px" },
  },
  broken: { backgroundColor: tenure.tenureRedSoft, color: tenure.tenureRed },
  body: { display: "flex", flexDirection: "column", gap: "16px", padding: "4px 20px 20px" },
  list: { margin: 0, padding: "4px 0 0", listStyleType: "none" },
  actions: { display: "flex", flexWrap: "wrap", gap: "8px" },
});

interface Props {
  /** Only of this group; `null` for all. */
  group: Pick<DeskGroup, "id" | "displayName"> | null;
  onClose: () => void;
}

export default function HistoryDrawer({ group, onClose }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  useReturnFocus();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    historyQuery(group?.id ?? null),
  );
  const entries = data?.pages.flatMap((page) => page.entries) ?? [];
  const first = data?.pages[0];
  const title = group
    ? t("decisions.history.of", { name: group.displayName })
    : t("decisions.history.title");
  return (
    <OverlayDrawer
      open
      position="end"
      aria-label={title}
      className={styles.drawer}
      onOpenChange={(_, { open }) => !open && onClose()}
    >
      <DrawerHeader className={styles.header}>
        <div className={styles.top}>
          <h2 className={styles.title}>{title}</h2>
          <Button
            appearance="subtle"
            icon={<DismissRegular />}
            aria-label={t("common.close")}
            onClick={onClose}
          />
        </div>
        {first && <IntegrityLine integrity={first.integrity} total={first.total} />}
      </DrawerHeader>
      <DrawerBody className={styles.body} tabIndex={0}>
        {error && (
          <ErrorPanel
            error={error}
            title={t("decisions.history.failed")}
            onRetry={() => void refetch()}
          />
        )}
        {!data && !error && <LoadingRows rows={5} height={56} />}
        {first?.total === 0 && (
          <EmptyState title={t("decisions.history.none")} text={t("decisions.history.noneText")} />
        )}
        {group && <ExpiryDates entries={entries} />}
        <ol className={styles.list}>
          {entries.map((entry) => (
            <Entry
              key={entry.number}
              entry={entry}
              named={group === null}
              broken={first?.integrity.state === "broken" && entry.number >= first.integrity.number}
            />
          ))}
        </ol>
        {hasNextPage && (
          <Button disabledFocusable={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t("decisions.history.more")}
          </Button>
        )}
        {entries.length > 0 && <SaveButtons />}
      </DrawerBody>
    </OverlayDrawer>
  );
}

function IntegrityLine({ integrity, total: count }: { integrity: Integrity; total: number }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const broken = integrity.state === "broken";
  return (
    <div role="status" className={mergeClasses(styles.integrity, broken && styles.broken)}>
      {broken ? <ErrorCircleRegular aria-hidden /> : <ShieldCheckmarkRegular aria-hidden />}
      {broken
        ? t("decisions.history.broken", { number: formatNumber(integrity.number) })
        : t("decisions.history.intact", { count, shown: formatNumber(count) })}
    </div>
  );
}

/** Always the whole record: a part of it could not be checked. */
function SaveButtons() {
  const styles = useStyles();
  const { t } = useTranslation();
  const save = useExport();
  return (
    <div className={styles.actions}>
      {(["csv", "json"] as const).map((format) => (
        <Button
          key={format}
          icon={<ArrowDownloadRegular />}
          onClick={() => save({ content: { kind: "history" }, format })}
        >
          {t(`decisions.history.${format}`)}
        </Button>
      ))}
    </div>
  );
}
