/** The zone by whose clock the calendar is shown, and choosing another. */
import {
  Button,
  Field,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  tokens,
} from "@fluentui/react-components";
import { GlobeRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useOpenGroup } from "../openGroup";
import type { CalendarState } from "./useCalendar";
import { ZonePicker } from "./ZonePicker";
import { cityOf, offsetOf, ownZone } from "./zones";

/** Where there is little room. */
export const NARROW = "@container group (max-width: 58rem)";

const useStyles = makeStyles({
  surface: { width: "19rem", display: "grid", gap: "12px" },
  zone: { minWidth: 0, fontWeight: tokens.fontWeightRegular, whiteSpace: "nowrap" },
  city: { [NARROW]: { display: "none" } },
});

export function ZoneButton({ calendar: { shown, chooseZone } }: { calendar: CalendarState }) {
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
          <span className={styles.city}>{city}</span>
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
