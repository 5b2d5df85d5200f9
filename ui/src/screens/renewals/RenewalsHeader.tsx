/** The head of the desk: its answer in figures, and what of the queue and of the time is shown. */
import { Button, Link, makeStyles, tokens, Tooltip } from "@fluentui/react-components";
import {
  GanttChartRegular,
  TextBulletListLtrRegular,
  ZoomInRegular,
  ZoomOutRegular,
} from "@fluentui/react-icons";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";

import { AsOf } from "@/components/AsOf";
import { Choice } from "@/components/Choice";
import type { Decided, GroupList } from "@/ipc/bindings";
import { useSession } from "@/ipc/session";
import { formatNumber } from "@/lib/dates";
import { laneOf } from "@/lib/expiry";
import { DecidedLine } from "./decisions/DecidedLine";
import { DeskMenu } from "./DeskMenu";
import { namesOf } from "./FilterMenu";
import { isRenewable, type DeskGroup } from "./gone";
import { OwnersNote } from "./OwnersNote";
import type { Shape } from "./remembered";
import type { Span } from "./scale";
import { useTime, useTimeSpan } from "./TimeProvider";
import type { Desk } from "./useDesk";
import type { Verdicts } from "./useVerdicts";

const useStyles = makeStyles({
  header: {
    flex: "none",
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "4px 16px",
    padding: "16px 20px 10px",
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { flex: "1 1 100%", minWidth: 0 },
  title: {
    flex: "1 1 18rem",
    minWidth: 0,
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    letterSpacing: "-0.01em",
    outlineStyle: "none",
  },
  second: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: "6px",
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: "1.5rem",
  },
  tools: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "8px" },
  zoom: { display: "inline-flex" },
  zoomButton: { minWidth: "28px", paddingLeft: "2px", paddingRight: "2px" },
});

const SPANS: readonly Span[] = ["months3", "months10", "years2"];

interface Props {
  list: GroupList;
  desk: Desk;
  decided: ReadonlyMap<string, Decided>;
  verdicts: Verdicts;
  onRenewAll: (groups: readonly DeskGroup[]) => void;
}

export function RenewalsHeader({ list, desk, decided, verdicts, onRenewAll }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { shape, setShape } = desk;
  return (
    <header className={styles.header}>
      <Title list={list} />
      <div className={styles.tools}>
        {shape === "timeline" && <TimeTools />}
        <Choice<Shape>
          label={t("renewals.views.label")}
          options={[
            {
              value: "timeline",
              text: t("renewals.views.timeline"),
              icon: <GanttChartRegular aria-hidden />,
            },
            {
              value: "list",
              text: t("renewals.views.list"),
              icon: <TextBulletListLtrRegular aria-hidden />,
            },
          ]}
          chosen={shape}
          onChoose={setShape}
        />
        <DeskMenu groups={desk.groups} />
      </div>
      <div className={styles.words}>
        <div className={styles.second}>
          <Grounds list={list} />
          <DecidedLine decided={decided} verdicts={verdicts} />
        </div>
        <Narrowed desk={desk} onRenewAll={onRenewAll} />
      </div>
      {(desk.filter.noOwner || desk.grouping === "owners") && <OwnersNote groups={list.groups} />}
    </header>
  );
}

/** The span, and zooming for those who have no wheel; the same as the keys. */
function TimeTools() {
  const styles = useStyles();
  const { t } = useTranslation();
  const time = useTime();
  const span = useTimeSpan();
  const buttons = [
    { label: t("renewals.keys.zoomOut"), icon: <ZoomOutRegular />, factor: 1.4 },
    { label: t("renewals.keys.zoomIn"), icon: <ZoomInRegular />, factor: 0.7 },
  ];
  return (
    <>
      <Choice
        label={t("renewals.spans.label")}
        options={SPANS.map((value) => ({ value, text: t(`renewals.spans.${value}`) }))}
        chosen={span}
        onChoose={time.choose}
      />
      <div className={styles.zoom}>
        {buttons.map(({ label, icon, factor }) => (
          <Tooltip key={label} relationship="label" content={label}>
            <Button
              appearance="subtle"
              className={styles.zoomButton}
              icon={icon}
              onClick={() => time.zoom(factor)}
            />
          </Tooltip>
        ))}
      </div>
    </>
  );
}

function Title({ list }: { list: GroupList }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { soon: count } = useFigures(list);
  return (
    <h1 className={styles.title} tabIndex={-1}>
      {count > 0 ? t("renewals.titleSoon", { count }) : t("renewals.titleNone")}
    </h1>
  );
}

/** Says that not everything is shown, what can be done with all of it, and leads back to all. */
function Narrowed({ desk, onRenewAll }: Pick<Props, "desk" | "onRenewAll">) {
  const styles = useStyles();
  const { t } = useTranslation();
  const canManage = useSession()?.canManage ?? false;
  const names = namesOf(t, desk.filter);
  const text = desk.filter.text.trim();
  if (text !== "") names.push(t("renewals.filter.text", { text }));
  if (names.length === 0 || desk.groups.length === 0) return null;
  const renewable = desk.groups.filter(isRenewable);
  const count = renewable.length;
  return (
    <div className={styles.second}>
      {t("renewals.filter.only", { count: desk.groups.length, names: names.join(", ") })}
      <Link inline onClick={desk.clear}>
        {t("renewals.empty.clear")}
      </Link>
      {canManage && count > 1 && (
        <Button size="small" onClick={() => onRenewAll(renewable)}>
          {t("renewals.many.shown", { count, shown: formatNumber(count) })}
        </Button>
      )}
    </div>
  );
}

/** What the answer rests on. */
function Grounds({ list }: { list: GroupList }) {
  const { t } = useTranslation();
  const { policy } = list;
  const { overdue } = useFigures(list);
  const said: string[] = [];
  if (overdue > 0) said.push(t("renewals.overdue", { count: overdue }));
  if (policy.state === "active") {
    said.push(t("renewals.policy", { count: policy.lifetimeDays }));
    if (!policy.allGroups) said.push(t("renewals.selectedOnly"));
  }
  return (
    <>
      {said.map((words) => (
        <span key={words}>{words} ·</span>
      ))}
      <AsOf />
    </>
  );
}

function useFigures({ groups, now }: GroupList) {
  return useMemo(() => {
    const lanes = groups.filter(({ owned }) => owned).map((group) => laneOf(group, now));
    return {
      soon: lanes.filter((lane) => lane === "within30").length,
      overdue: lanes.filter((lane) => lane === "overdue").length,
    };
  }, [groups, now]);
}
