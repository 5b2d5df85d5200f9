/** Picks a time zone by a part of its name. */
import { Combobox, makeStyles, Option } from "@fluentui/react-components";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { fold, matches, wordsOf } from "@/lib/folding";
import { cityOf, isZone, offsetOf, zoneNames } from "./zones";

/** More are found by typing more. */
const MOST = 40;

const worded = (zone: string): string => fold(zone.replaceAll(/[_/]/g, " "));

const useStyles = makeStyles({
  box: { minWidth: 0, width: "100%" },
  list: { maxHeight: "16rem" },
});

interface Props {
  zone: string;
  onZone: (zone: string) => void;
  /** The moment for which offsets from UTC are said. */
  at: string;
  /** Its name, where no field around it has one. */
  label?: string;
}

export function ZonePicker({ zone, onZone, at, label }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const words = wordsOf(typed ?? "");
  const found = zoneNames()
    .filter((name) => matches(worded(name), words))
    .slice(0, MOST);
  return (
    <Combobox
      aria-label={label}
      className={styles.box}
      value={typed ?? zone.replaceAll("_", " ")}
      selectedOptions={[zone]}
      placeholder={t("calendar.zoneFind")}
      listbox={{ className: styles.list }}
      positioning={{ position: "below", align: "start", autoSize: false }}
      onFocus={({ target }) => target.select()}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={() => setTyped(null)}
      onOptionSelect={(_, { optionValue }) => {
        // While one types, nothing is chosen any more: that is told here too.
        if (optionValue === undefined) return;
        setTyped(null);
        if (isZone(optionValue)) onZone(optionValue);
      }}
    >
      {found.map((name) => (
        <Option key={name} value={name} text={name.replaceAll("_", " ")}>
          {`${name.replaceAll("_", " ")} · ${offsetOf(name, at)}`}
        </Option>
      ))}
      {found.length === 0 && (
        <Option disabled value="" text={cityOf(zone)}>
          {t("calendar.zoneNone")}
        </Option>
      )}
    </Combobox>
  );
}
