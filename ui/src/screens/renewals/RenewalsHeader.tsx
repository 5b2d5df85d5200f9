/** The head of the desk: its answer in figures, and what of the queue and of the time is shown. */
import { makeStyles, SearchBox, ToggleButton, tokens } from "@fluentui/react-components";
import { StarFilled, StarRegular } from "@fluentui/react-icons";
import { useRef } from "react";
import { useTranslation } from "react-i18next";

import { AsOf } from "@/components/AsOf";
import type { GroupList } from "@/ipc/bindings";
import { expiresSoon, laneOf } from "@/lib/expiry";
import { useShortcut } from "@/shortcuts/registry";
import { Choice } from "./Choice";
import type { Span } from "./scale";
import type { Desk } from "./useDesk";
import type { TimeView } from "./useTimeWindow";

const useStyles = makeStyles({
  header: {
    flex: "none",
    display: "flex",
    flexWrap: "wrap",
    alignItems: "flex-end",
    gap: "10px 16px",
    padding: "18px 20px 14px",
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { flex: "1 1 18rem", minWidth: 0 },
  title: {
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
  search: { width: "10.5rem", minWidth: 0 },
});

/** How the queue is shown: on the time axis, or as a table of dates. */
export type Shape = "timeline" | "list";

interface Props {
  list: GroupList;
  desk: Desk;
  time: TimeView;
  shape: Shape;
  onShape: (shape: Shape) => void;
}

export function RenewalsHeader({ list, desk, time, shape, onShape }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const search = useRef<HTMLInputElement>(null);
  useShortcut("/", t("renewals.keys.search"), () => search.current?.focus());
  const spans: Span[] = ["months3", "months10", "years2"];
  return (
    <header className={styles.header}>
      <div className={styles.words}>
        <Title list={list} />
        <Grounds list={list} />
      </div>
      <div className={styles.tools}>
        <SearchBox
          className={styles.search}
          ref={search}
          aria-label={t("renewals.search")}
          placeholder={t("renewals.searchHint")}
          value={desk.text}
          onChange={(_, { value }) => desk.setText(value)}
        />
        <ToggleButton
          aria-label={t("renewals.favorites")}
          checked={desk.favoritesOnly}
          icon={desk.favoritesOnly ? <StarFilled /> : <StarRegular />}
          onClick={() => desk.setFavoritesOnly(!desk.favoritesOnly)}
        />
        {shape === "timeline" && (
          <Choice
            label={t("renewals.spans.label")}
            options={spans.map((value) => ({ value, text: t(`renewals.spans.${value}`) }))}
            chosen={time.span}
            onChoose={time.choose}
          />
        )}
        <Choice<Shape>
          label={t("renewals.views.label")}
          options={[
            { value: "timeline", text: t("renewals.views.timeline") },
            { value: "list", text: t("renewals.views.list") },
          ]}
          chosen={shape}
          onChoose={onShape}
        />
      </div>
    </header>
  );
}

function Title({ list }: { list: GroupList }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const count = list.groups.filter((group) => group.owned && expiresSoon(group, list.now)).length;
  return (
    <h1 className={styles.title} tabIndex={-1}>
      {count > 0 ? t("renewals.titleSoon", { count }) : t("renewals.titleNone")}
    </h1>
  );
}

/** What the answer rests on. */
function Grounds({ list }: { list: GroupList }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { groups, now, policy } = list;
  const overdue = groups.filter((group) => group.owned && laneOf(group, now) === "overdue").length;
  const said: string[] = [];
  if (overdue > 0) said.push(t("renewals.overdue", { count: overdue }));
  if (policy.state === "active") {
    said.push(t("renewals.policy", { count: policy.lifetimeDays }));
    if (!policy.allGroups) said.push(t("renewals.selectedOnly"));
  }
  return (
    <div className={styles.second}>
      {said.map((words) => (
        <span key={words}>{words} ·</span>
      ))}
      <AsOf />
    </div>
  );
}
