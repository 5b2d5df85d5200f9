/** Begins the guided tour, or goes on with it where it was left. */
import { Button } from "@fluentui/react-components";
import { CompassNorthwestRegular } from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";

import { useTour } from "./useTour";

export function TourButton() {
  const { t } = useTranslation();
  const { state, start, resume } = useTour();
  if (state.at === "running") return null;
  const words = { new: t("tour.start"), left: t("tour.resume"), over: t("tour.again") };
  return (
    <Button
      size="small"
      icon={<CompassNorthwestRegular />}
      style={{ justifySelf: "start" }}
      onClick={state.at === "left" ? resume : start}
    >
      {words[state.at]}
    </Button>
  );
}
