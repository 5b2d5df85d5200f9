/** Who is invited and what they answered: figures first, everybody when asked for. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import {
  CheckmarkCircleRegular,
  CircleRegular,
  DismissCircleRegular,
  PeopleRegular,
  QuestionCircleRegular,
} from "@fluentui/react-icons";
import { useState, type ReactElement } from "react";
import { useTranslation } from "react-i18next";

import type { Attendee, Response } from "@/ipc/bindings";
import { formatNumber } from "@/lib/dates";
import { tenure } from "@/theme/colors";

const useStyles = makeStyles({
  root: {
    display: "grid",
    gridTemplateColumns: "18px minmax(0, 1fr)",
    gap: "10px",
    "& > svg": { fontSize: "18px", marginTop: "1px", color: tokens.colorNeutralForeground3 },
  },
  list: { margin: "4px 0 0", padding: 0, listStyleType: "none", display: "grid", gap: "3px" },
  person: {
    display: "grid",
    gridTemplateColumns: "16px minmax(0, 1fr) auto",
    gap: "8px",
    alignItems: "center",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    "& svg": { fontSize: "14px", color: tokens.colorNeutralForeground3 },
  },
  name: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  said: { color: tokens.colorNeutralForeground3 },
  all: { marginTop: "4px", paddingLeft: 0, minWidth: 0 },
});

const icons: Record<Response, ReactElement> = {
  none: <CircleRegular aria-hidden />,
  organizer: <CheckmarkCircleRegular aria-hidden />,
  accepted: <CheckmarkCircleRegular aria-hidden color={tenure.tenureGreen} />,
  tentative: <QuestionCircleRegular aria-hidden />,
  declined: <DismissCircleRegular aria-hidden />,
  notAnswered: <CircleRegular aria-hidden />,
};

/** More are a step away. */
const FIRST = 5;

export function Attendees({ attendees }: { attendees: readonly Attendee[] }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const { length: count } = attendees;
  if (count === 0) return null;
  const come = attendees.filter(({ response }) => response === "accepted").length;
  const waiting = attendees.filter(({ response }) => response === "notAnswered").length;
  const figures = [
    t("calendar.details.people", { count, shown: formatNumber(count) }),
    come > 0 && t("calendar.details.accepted", { count: come, shown: formatNumber(come) }),
    waiting > 0 && t("calendar.details.notYet", { count: waiting, shown: formatNumber(waiting) }),
  ];
  return (
    <div className={styles.root}>
      <PeopleRegular aria-hidden />
      <div>
        {figures.filter(Boolean).join(" · ")}
        <ul className={styles.list}>
          {attendees.slice(0, all ? count : FIRST).map(({ person, optional, response }) => (
            <li key={person.address || person.name} className={styles.person}>
              {icons[response]}
              <bdi className={styles.name} title={person.address}>
                {person.name}
              </bdi>
              <span className={styles.said}>
                {t(`calendar.response.${response}`)}
                {optional && `, ${t("calendar.optional")}`}
              </span>
            </li>
          ))}
        </ul>
        {!all && count > FIRST && (
          <Button
            size="small"
            appearance="transparent"
            className={styles.all}
            onClick={() => setAll(true)}
          >
            {t("calendar.details.peopleMore", { shown: formatNumber(count) })}
          </Button>
        )}
      </div>
    </div>
  );
}
