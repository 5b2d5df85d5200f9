/** Where in time one is and how it is shown: today, earlier, later, a date, a zone; saving it; a new event. */
import { Button, makeStyles, Tooltip } from "@fluentui/react-components";
import {
  AddRegular,
  ArrowClockwiseRegular,
  ChevronLeftRegular,
  ChevronRightRegular,
} from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";

import { Choice } from "@/components/Choice";
import { Key } from "@/components/Key";
import { Jump } from "./Jump";
import { step, VIEWS } from "./place";
import { SaveMenu } from "./SaveMenu";
import type { CalendarState } from "./useCalendar";
import { NARROW, ZoneButton } from "./ZoneButton";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "8px",
    marginBottom: "12px",
  },
  today: { minWidth: 0 },
  steps: { display: "flex" },
  spring: { flex: 1 },
  /** Where there is little room, the keys' list says it. */
  spare: { [NARROW]: { display: "none" } },
  create: { [NARROW]: { minWidth: 0 } },
});

interface Props {
  calendar: CalendarState;
  title: string;
  /** `null` where nothing can be made. */
  onCreate: (() => void) | null;
}

export function Toolbar({ calendar, title, onCreate }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { shown, today, goTo, readAnew, reading, underWay } = calendar;
  const { place } = shown;
  return (
    <div role="toolbar" aria-label={t("group.tab.calendar")} className={styles.bar}>
      <Button className={styles.today} onClick={() => goTo({ day: today })}>
        {t("calendar.today")}
      </Button>
      <div className={styles.steps}>
        <Tooltip relationship="label" content={t(`calendar.previous.${place.view}`)}>
          <Button
            appearance="subtle"
            icon={<ChevronLeftRegular />}
            onClick={() => goTo(step(place, -1))}
          />
        </Tooltip>
        <Tooltip relationship="label" content={t(`calendar.next.${place.view}`)}>
          <Button
            appearance="subtle"
            icon={<ChevronRightRegular />}
            onClick={() => goTo(step(place, 1))}
          />
        </Tooltip>
      </div>
      <Jump key={place.day} title={title} day={place.day} onDay={(day) => goTo({ day })} />
      <span className={styles.spring} />
      <ZoneButton calendar={calendar} />
      <Choice
        label={t("calendar.views")}
        chosen={place.view}
        onChoose={(view) => goTo({ view })}
        options={VIEWS.map((value) => ({ value, text: t(`calendar.view.${value}`) }))}
      />
      <Tooltip relationship="label" content={t("calendar.readAnew")}>
        <Button
          appearance="subtle"
          icon={<ArrowClockwiseRegular />}
          disabledFocusable={reading || underWay}
          onClick={readAnew}
        />
      </Tooltip>
      <SaveMenu calendar={calendar} />
      {onCreate && (
        <Button
          appearance="primary"
          icon={<AddRegular />}
          className={styles.create}
          onClick={onCreate}
        >
          {t("calendar.create")}
          <span className={styles.spare}>
            &nbsp;<Key onBrand>N</Key>
          </span>
        </Button>
      )}
    </div>
  );
}
