/** How many groups are out of the queue since they are decided, with all of them a click away. */
import { Link } from "@fluentui/react-components";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";

import type { Decided } from "@/ipc/bindings";
import type { Verdicts } from "../useVerdicts";

const DecidedDrawer = lazy(() => import("./DecidedDrawer"));

interface Props {
  decided: ReadonlyMap<string, Decided>;
  verdicts: Verdicts;
}

export function DecidedLine({ decided, verdicts }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const all = [...decided.values()];
  const count = all.filter(({ reopened }) => reopened === null).length;
  return (
    <>
      {count > 0 ? (
        <Link inline style={{ fontSize: "inherit" }} onClick={() => setOpen(true)}>
          {t("decisions.decided", { count })}
        </Link>
      ) : (
        // It has its room from the beginning: rows must not move under the first decision.
        <span>{t("decisions.noneDecided")}</span>
      )}
      <Suspense>
        {open && <DecidedDrawer decided={all} verdicts={verdicts} onClose={() => setOpen(false)} />}
      </Suspense>
    </>
  );
}
