/** The day of what follows, in words while it is near. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { daysUntil, formatDay } from "@/lib/dates";

const useStyles = makeStyles({
  heading: {
    margin: 0,
    padding: "14px 16px 6px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
});

export function DayHeading({ at, now }: { at: string; now: string }) {
  const { t } = useTranslation();
  const days = daysUntil(now, at);
  const near = days === 0 ? t("activity.today") : days === -1 ? t("activity.yesterday") : null;
  return (
    <h2 className={useStyles().heading}>
      {near ? `${near}, ${formatDay(at, now)}` : formatDay(at, now)}
    </h2>
  );
}
