/** Asks before the group is left with something that was not saved. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useBlocker } from "react-router";

import { links } from "@/lib/links";
import { useOpenGroup } from "../openGroup";
import { discardDraft, useIsDirty } from "./useDraft";

export function LeaveGuard() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { groupId, summary, show } = useOpenGroup();
  const dirty = useIsDirty(groupId);
  // Other tabs of the same group are no leaving.
  const blocker = useBlocker(
    ({ nextLocation }) => dirty && !nextLocation.pathname.startsWith(links.groupTab(groupId)),
  );
  if (blocker.state !== "blocked") return null;
  const stay = () => {
    blocker.reset();
    show("settings");
  };
  return (
    <Dialog open modalType="alert" onOpenChange={(_event, data) => !data.open && stay()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t("group.leaving.title", { name: summary.displayName })}</DialogTitle>
          <DialogContent>{t("group.leaving.text")}</DialogContent>
          <DialogActions>
            <Button
              onClick={() => {
                discardDraft(client, groupId);
                blocker.proceed();
              }}
            >
              {t("group.leaving.discard")}
            </Button>
            <Button appearance="primary" onClick={stay}>
              {t("group.leaving.stay")}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
