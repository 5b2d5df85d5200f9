/** Opens the history of the selected group. */
import { Button } from "@fluentui/react-components";
import { HistoryRegular } from "@fluentui/react-icons";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";

import type { DeskGroup } from "../gone";

const HistoryDrawer = lazy(() => import("./HistoryDrawer"));

export function HistoryLink({ group }: { group: DeskGroup }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        appearance="subtle"
        icon={<HistoryRegular />}
        style={{ alignSelf: "flex-start" }}
        onClick={() => setOpen(true)}
      >
        {t("decisions.history.open")}
      </Button>
      <Suspense>{open && <HistoryDrawer group={group} onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
