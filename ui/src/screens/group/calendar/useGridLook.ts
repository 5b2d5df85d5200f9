/** How the calendar component looks: it brings bones alone, and these are its skin. */
import type { CalendarOptions } from "@fullcalendar/react";
import { makeStyles, mergeClasses, tokens, useThemeClassName } from "@fluentui/react-components";
import { useMemo } from "react";

import { tenure } from "@/theme/colors";

const line = `1px solid ${tokens.colorNeutralStroke2}`;
const ring = {
  outline: `2px solid ${tokens.colorStrokeFocus2}`,
  outlineOffset: "1px",
};

const useStyles = makeStyles({
  view: {
    height: "100%",
    overflow: "hidden",
    border: line,
    borderRadius: "8px",
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tenure.tenureShadow,
  },
  line: {
    borderTopStyle: "solid",
    borderRightStyle: "solid",
    borderBottomStyle: "solid",
    borderLeftStyle: "solid",
    borderTopColor: tokens.colorNeutralStroke2,
    borderRightColor: tokens.colorNeutralStroke2,
    borderBottomColor: tokens.colorNeutralStroke2,
    borderLeftColor: tokens.colorNeutralStroke2,
    borderTopWidth: "1px",
    borderRightWidth: "1px",
    borderBottomWidth: "1px",
    borderLeftWidth: "1px",
  },
  header: { backgroundColor: tokens.colorNeutralBackground1 },
  headerDivider: { borderBottom: line },
  headerCell: {
    padding: "6px 8px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  headerToday: { color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold },
  other: { backgroundColor: tokens.colorNeutralBackground2 },
  otherNumber: { color: tokens.colorNeutralForeground3 },
  today: { backgroundColor: `color-mix(in srgb, ${tenure.tenureSelected} 45%, transparent)` },
  dayTop: { display: "flex", padding: "4px 6px 2px" },
  number: {
    minWidth: "20px",
    padding: "0 4px",
    borderRadius: "10px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: "20px",
    textAlign: "center",
    color: tokens.colorNeutralForeground2,
  },
  numberToday: {
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    fontWeight: tokens.fontWeightSemibold,
    outline: "1px solid transparent",
  },
  dayBottom: { minHeight: "4px" },
  event: {
    fontFamily: tokens.fontFamilyBase,
    cursor: "pointer",
    borderRadius: "4px",
    outlineStyle: "none",
    ":focus-visible": ring,
  },
  row: { margin: "0 4px 2px" },
  column: { overflow: "hidden", marginBottom: "1px", marginRight: "1px" },
  columnInner: { display: "flex", minHeight: 0 },
  dragged: { opacity: 0.85, boxShadow: tenure.tenureShadowFloat },
  listItem: { display: "block", margin: "0 4px 2px" },
  agendaItem: {
    display: "block",
    borderRadius: "0",
    ":focus-visible": { ...ring, outlineOffset: "-2px" },
    ":hover": { backgroundColor: tenure.tenureHover },
  },
  inner: { display: "block", minWidth: 0, width: "100%" },
  more: {
    display: "block",
    margin: "0 4px",
    padding: "0 6px",
    borderRadius: "4px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: "20px",
    fontWeight: tokens.fontWeightMedium,
    color: tokens.colorNeutralForeground2,
    cursor: "pointer",
    ":hover": { backgroundColor: tenure.tenureHover },
    ":focus-visible": ring,
  },
  columnMore: {
    width: "100%",
    padding: "2px 4px",
    border: line,
    borderRadius: "4px",
    fontSize: tokens.fontSizeBase200,
    backgroundColor: tokens.colorNeutralBackground1,
    cursor: "pointer",
    ":focus-visible": ring,
  },
  slotHeader: {
    padding: "0 8px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: "1rem",
    color: tokens.colorNeutralForeground3,
  },
  slotHeaderCell: { borderTopStyle: "none" },
  minor: { borderTopStyle: "dotted" },
  allDayHeader: {
    padding: "4px 8px",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    alignSelf: "center",
  },
  allDayDivider: { borderBottom: line },
  lane: { padding: "0 3px" },
  highlight: { backgroundColor: tenure.tenureSelected },
  nowLine: { borderTop: `2px solid ${tokens.colorBrandStroke1}` },
  listDay: { borderBottom: line },
  listHeader: {
    display: "flex",
    gap: "8px",
    padding: "8px 16px",
    backgroundColor: tokens.colorNeutralBackground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  listHeaderSide: {
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightRegular,
    ":first-child": {
      color: tokens.colorNeutralForeground1,
      fontWeight: tokens.fontWeightSemibold,
    },
  },
  listHeaderToday: { color: tokens.colorBrandForeground1 },
  none: { display: "grid", placeItems: "center", padding: "32px", height: "100%" },
});

/** The component's classes, once for all pictures. */
export function useGridLook(): CalendarOptions {
  const s = useStyles();
  // While it is dragged, an event hangs at the page itself, where the theme does not reach.
  const theme = useThemeClassName();
  return useMemo(
    (): CalendarOptions => ({
      viewClass: s.view,
      tableHeaderClass: s.header,
      dayHeaderRowClass: s.line,
      dayHeaderClass: s.line,
      dayHeaderInnerClass: ({ isToday }) => mergeClasses(s.headerCell, isToday && s.headerToday),
      dayHeaderDividerClass: s.headerDivider,
      dayHeaderAlign: "start",
      dayRowClass: s.line,
      dayCellClass: ({ isOther, isToday }) =>
        mergeClasses(s.line, isOther && s.other, isToday && s.today),
      dayCellTopClass: s.dayTop,
      dayCellTopInnerClass: ({ isOther, isToday }) =>
        mergeClasses(s.number, isOther && s.otherNumber, isToday && s.numberToday),
      dayCellBottomClass: s.dayBottom,
      dayLaneClass: ({ isToday }) => mergeClasses(s.line, isToday && s.today),
      dayLaneInnerClass: s.lane,
      slotLaneClass: ({ isMinor }) => mergeClasses(s.line, isMinor && s.minor),
      slotHeaderClass: mergeClasses(s.line, s.slotHeaderCell),
      slotHeaderRowClass: s.line,
      slotHeaderInnerClass: s.slotHeader,
      slotHeaderDividerClass: s.line,
      allDayHeaderInnerClass: s.allDayHeader,
      allDayDividerClass: s.allDayDivider,
      fillerClass: s.line,
      highlightClass: s.highlight,
      nowIndicatorLineClass: s.nowLine,
      eventClass: ({ isDragging }) => mergeClasses(theme, s.event, isDragging && s.dragged),
      eventInnerClass: s.inner,
      rowEventClass: s.row,
      columnEventClass: s.column,
      columnEventInnerClass: s.columnInner,
      listItemEventClass: ({ view }) => (view.type.startsWith("list") ? s.agendaItem : s.listItem),
      rowMoreLinkClass: s.more,
      columnMoreLinkClass: s.columnMore,
      listDayClass: s.listDay,
      listDayHeaderClass: s.listHeader,
      listDayHeaderInnerClass: ({ isToday }) =>
        mergeClasses(s.listHeaderSide, isToday && s.listHeaderToday),
      noEventsClass: s.none,
    }),
    [s, theme],
  );
}
