/** One fact of the evidence: a mark, what it is and when, and where it was read. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import {
  CalendarLtrRegular,
  ChatRegular,
  DocumentRegular,
  LockClosedRegular,
  NotebookRegular,
  PeopleRegular,
  PeopleTeamRegular,
  QuestionCircleRegular,
  TaskListSquareLtrRegular,
} from "@fluentui/react-icons";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { VisuallyHidden } from "@/components/VisuallyHidden";
import { tenure } from "@/theme/colors";
import type { FactLine, FactName } from "./facts";

const useStyles = makeStyles({
  row: {
    display: "grid",
    gridTemplateColumns: "20px minmax(0, 1fr) auto",
    columnGap: "10px",
    padding: "8px 14px",
    ":not(:last-child)": { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  icon: {
    display: "grid",
    alignContent: "start",
    paddingTop: "1px",
    fontSize: "18px",
    color: tokens.colorNeutralForeground3,
  },
  title: { overflowWrap: "anywhere" },
  /** What is not known stands back behind what is. */
  quiet: { color: tokens.colorNeutralForeground3 },
  warns: { color: tenure.tenureRed, fontWeight: tokens.fontWeightSemibold },
  when: {
    whiteSpace: "nowrap",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground3,
  },
  more: {
    gridColumn: "2 / -1",
    margin: 0,
    overflowWrap: "anywhere",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    display: "-webkit-box",
    WebkitBoxOrient: "vertical",
    WebkitLineClamp: "2",
    overflow: "hidden",
  },
});

const icons: Record<FactName, ReactElement> = {
  conversations: <ChatRegular />,
  files: <DocumentRegular />,
  events: <CalendarLtrRegular />,
  tasks: <TaskListSquareLtrRegular />,
  notebook: <NotebookRegular />,
  team: <PeopleTeamRegular />,
  people: <PeopleRegular />,
};

export function FactRow({ line }: { line: FactLine }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { name, state, title, when, more, warns } = line;
  const read = state === "known";
  const source = t(`evidence.source.${name}`);
  const mark =
    state === "notPermitted" ? (
      <LockClosedRegular />
    ) : state === "unknown" ? (
      <QuestionCircleRegular />
    ) : (
      icons[name]
    );
  return (
    <li className={styles.row} title={read ? source : undefined}>
      <span aria-hidden className={styles.icon}>
        {mark}
      </span>
      <span
        dir="auto"
        className={mergeClasses(styles.title, !read && styles.quiet, warns && styles.warns)}
      >
        {read ? (
          title
        ) : (
          <>
            {title} · {more}
          </>
        )}
      </span>
      {when && <span className={styles.when}>{when}</span>}
      {read && more && (
        <p dir="auto" className={styles.more}>
          {more}
        </p>
      )}
      {read && <VisuallyHidden>{source}</VisuallyHidden>}
    </li>
  );
}
