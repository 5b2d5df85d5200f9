/** The frame around every screen: rail, notices above, the screen itself, and what opens over it. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { lazy, Suspense, useEffect, useId } from "react";
import { useTranslation } from "react-i18next";
import { Outlet, useLocation } from "react-router";

import { Broken } from "@/app/Broken";
import { ErrorBoundary } from "@/app/ErrorBoundary";
import { OfflineBar } from "@/components/OfflineBar";
import { useSession } from "@/ipc/session";
import { Coach } from "@/practice/tour/Coach";
import { closeOverlay, useOverlay } from "@/shortcuts/palette";
import { Closing } from "./Closing";
import { JobsButton, JobsOver } from "./Jobs";
import { NavRail } from "./NavRail";
import { PracticeStrip } from "./PracticeStrip";
import { useShellShortcuts } from "./useShellShortcuts";
import { useShowGroup } from "./useShowGroup";
import { useTray } from "./useTray";

const CommandPalette = lazy(() => import("./CommandPalette"));
const KeyList = lazy(() => import("./KeyList"));

const useStyles = makeStyles({
  frame: { position: "relative", display: "grid", gridTemplateColumns: "auto 1fr", height: "100%" },
  column: { display: "flex", flexDirection: "column", minWidth: 0, minHeight: 0 },
  content: {
    flex: 1,
    minHeight: 0,
    overflow: "auto",
    padding: "24px 32px",
    outlineStyle: "none",
    "@media (max-width: 1000px)": { padding: "20px 20px" },
  },
  skip: {
    position: "absolute",
    zIndex: 10,
    top: "-100px",
    left: "8px",
    padding: "8px 12px",
    borderRadius: "4px",
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorBrandForegroundLink,
    boxShadow: tokens.shadow16,
    ":focus": { top: "8px" },
  },
});

export function Shell() {
  const styles = useStyles();
  const { t } = useTranslation();
  const session = useSession();
  const { pathname } = useLocation();
  useShellShortcuts();
  useShowGroup();
  const overlay = useOverlay();
  useEffect(() => closeOverlay, []);
  const tray = useTray();
  const trayId = useId();
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#content" onClick={focusContent}>
        {t("shell.skip")}
      </a>
      <NavRail>
        <JobsButton tray={tray} id={trayId} />
      </NavRail>
      <JobsOver tray={tray} id={trayId} />
      <div className={styles.column}>
        {session?.account.cloud === "practice" && <PracticeStrip />}
        <OfflineBar />
        <main id="content" tabIndex={-1} className={styles.content}>
          <ErrorBoundary
            resetKey={pathname}
            fallback={(error, again) => <Broken error={error} again={again} />}
          >
            <Outlet />
          </ErrorBoundary>
        </main>
        {session?.account.cloud === "practice" && <Coach />}
      </div>
      <Closing />
      <Suspense>
        {overlay === "palette" && <CommandPalette />}
        {overlay === "keys" && <KeyList />}
      </Suspense>
    </div>
  );
}

/** The address is the router's, so the link moves the focus itself. */
function focusContent(event: React.MouseEvent): void {
  event.preventDefault();
  document.getElementById("content")?.focus();
}
