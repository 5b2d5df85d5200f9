/** Where in time one is and how it is shown: today, earlier, later, a date, a zone; saving it; a new event. */
import {
  Button,
  Field,
  Input,
  makeStyles,
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  tokens,
  Tooltip,
} from "@fluentui/react-components";
import {
  AddRegular,
  ArrowClockwiseRegular,
  ArrowDownloadRegular,
  ChevronDownRegular,
  ChevronLeftRegular,
  ChevronRightRegular,
  GlobeRegular,
} from "@fluentui/react-icons";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";

import { Choice } from "@/components/Choice";
import { useExport } from "@/components/jobs/useExport";
import { Key } from "@/components/Key";
import type { ExportFormat } from "@/ipc/bindings";
import { useOpenGroup } from "../openGroup";
import { shownDays, step, VIEWS } from "./place";
import type { CalendarState } from "./useCalendar";
import { ZonePicker } from "./ZonePicker";
import { cityOf, offsetOf, ownZone, weekStart } from "./zones";

const NARROW = "@container group (max-width: 58rem)";

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
  title: {
    margin: 0,
    font: "inherit",
  },
  titleButton: {
    minWidth: 0,
    padding: "4px 8px",
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: "nowrap",
  },
  spring: { flex: 1 },
  surface: { width: "19rem", display: "grid", gap: "12px" },
  jump: { display: "flex", alignItems: "flex-end", gap: "8px" },
  field: { flex: 1, minWidth: 0 },
  zone: { minWidth: 0, fontWeight: tokens.fontWeightRegular, whiteSpace: "nowrap" },
  /** Where there is little room, icons and the keys' list say it. */
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

function Jump({ title, day, onDay }: { title: string; day: string; onDay: (day: string) => void }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState(day);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed === "") return;
    setOpen(false);
    onDay(typed);
  };
  return (
    <Popover
      open={open}
      trapFocus
      positioning="below-start"
      onOpenChange={(_, data) => setOpen(data.open)}
    >
      <h2 className={styles.title} aria-live="polite">
        <PopoverTrigger disableButtonEnhancement>
          <Button
            appearance="subtle"
            icon={<ChevronDownRegular />}
            iconPosition="after"
            title={t("calendar.jump")}
            className={styles.titleButton}
          >
            {title}
          </Button>
        </PopoverTrigger>
      </h2>
      <PopoverSurface className={styles.surface} aria-label={t("calendar.jump")}>
        <form className={styles.jump} onSubmit={submit}>
          <Field label={t("calendar.jumpDay")} className={styles.field}>
            <Input type="date" value={typed} onChange={(_, data) => setTyped(data.value)} />
          </Field>
          <Button type="submit" appearance="primary" disabledFocusable={typed === ""}>
            {t("calendar.jumpGo")}
          </Button>
        </form>
      </PopoverSurface>
    </Popover>
  );
}

function ZoneButton({ calendar: { shown, chooseZone } }: { calendar: CalendarState }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { now } = useOpenGroup();
  const [open, setOpen] = useState(false);
  const { zone } = shown;
  const own = ownZone();
  const choose = (next: string) => {
    setOpen(false);
    chooseZone(next);
  };
  const [city, offset] = [cityOf(zone), offsetOf(zone, now)];
  return (
    <Popover
      open={open}
      trapFocus
      positioning="below-end"
      onOpenChange={(_, data) => setOpen(data.open)}
    >
      <PopoverTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          icon={<GlobeRegular />}
          className={styles.zone}
          aria-label={t("calendar.zoneButton", { zone: city, offset })}
        >
          <span className={styles.spare}>{city}</span>
        </Button>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label={t("calendar.zone")}>
        <Field label={t("calendar.zone")} hint={offset}>
          <ZonePicker zone={zone} onZone={choose} at={now} />
        </Field>
        {zone !== own && (
          <Button onClick={() => choose(own)}>
            {t("calendar.zoneOwn", { zone: cityOf(own) })}
          </Button>
        )}
      </PopoverSurface>
    </Popover>
  );
}

const FORMATS = ["ics", "csv", "json"] as const satisfies readonly ExportFormat[];

function SaveMenu({ calendar: { shown } }: { calendar: CalendarState }) {
  const { t } = useTranslation();
  const { groupId } = useOpenGroup();
  const save = useExport();
  const content = {
    kind: "calendar" as const,
    groupId,
    ...shownDays(shown.place, weekStart),
    timeZone: shown.zone,
  };
  return (
    <Menu positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          appearance="subtle"
          icon={<ArrowDownloadRegular />}
          menuIcon={null}
          aria-label={t("calendar.export")}
          title={t("calendar.export")}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {FORMATS.map((format) => (
            <MenuItem key={format} onClick={() => save({ content, format })}>
              {t(`calendar.exportAs.${format}`)}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
