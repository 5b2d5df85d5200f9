/** The plan of a bulk action in a drawer from the right: looked at before anything is written. */
import { DrawerBody, makeStyles, OverlayDrawer, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { useReturnFocus } from "@/components/useReturnFocus";
import type { Job } from "@/ipc/bindings";
import { PlanPreview } from "./PlanPreview";
import type { Planning } from "./usePlan";

const useStyles = makeStyles({
  drawer: { width: "27rem", maxWidth: "100vw", backgroundColor: tokens.colorNeutralBackground1 },
  body: { display: "flex", flexDirection: "column", padding: "20px 20px 20px" },
});

export interface PlanDrawerProps {
  planning: Planning;
  /** The job was started; it goes on in the tray. */
  onStarted?: (job: Job) => void;
  onClose?: () => void;
  /** Whether running it has to wait, for something in `children`. */
  disabled?: boolean;
  /** What else has to be known before it is run; stands above the figures. */
  children?: ReactNode;
}

export function PlanDrawer(props: PlanDrawerProps) {
  return props.planning.planned.state === "none" ? null : <OpenDrawer {...props} />;
}

function OpenDrawer({ planning, onClose, ...preview }: PlanDrawerProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  useReturnFocus();
  const close = () => {
    planning.close();
    onClose?.();
  };
  return (
    <OverlayDrawer
      open
      position="end"
      aria-label={t("jobs.plan.label")}
      className={styles.drawer}
      onOpenChange={(_, { open }) => !open && close()}
    >
      <DrawerBody className={styles.body}>
        <PlanPreview {...preview} planning={planning} onClose={close} />
      </DrawerBody>
    </OverlayDrawer>
  );
}
