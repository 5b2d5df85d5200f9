/** The window is to be closed while jobs run: go on in the background, pause them, or stay. */
import {
  Button,
  CompoundButton,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
} from "@fluentui/react-components";
import { PauseRegular, PlayRegular } from "@fluentui/react-icons";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

import { isOver } from "@/components/jobs/counts";
import { useNotifyFailure } from "@/components/notify";
import { useReturnFocus } from "@/components/useReturnFocus";
import type { CloseChoice } from "@/ipc/bindings";
import { call } from "@/ipc/call";
import { subscribe } from "@/ipc/events";
import { jobsQuery } from "@/ipc/queries";

const useStyles = makeStyles({
  content: { display: "grid", gap: "12px" },
  text: { margin: 0 },
  choice: { maxWidth: "none", width: "100%", justifyContent: "flex-start" },
});

export function Closing() {
  const [asked, setAsked] = useState(false);
  useEffect(() => subscribe((event) => event.kind === "closeAsked" && setAsked(true)), []);
  return asked ? <Question onStay={() => setAsked(false)} /> : null;
}

function Question({ onStay }: { onStay: () => void }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const failed = useNotifyFailure();
  useReturnFocus();
  const { data } = useQuery(jobsQuery());
  const count = data?.jobs.filter((job) => !isOver(job) && job.state === "running").length ?? 0;
  const { mutate, isPending } = useMutation({
    mutationFn: (choice: CloseChoice) => call("window_close", { choice }),
    // The window goes by itself; where it comes back later, the question is not there any more.
    onSuccess: onStay,
    onError: (error) => failed(error, t("shell.closing.failed")),
  });
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && onStay()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>
            {count > 0 ? t("shell.closing.title", { count }) : t("shell.closing.titleNone")}
          </DialogTitle>
          <DialogContent className={styles.content}>
            <p className={styles.text}>{t("shell.closing.text")}</p>
            <CompoundButton
              appearance="primary"
              className={styles.choice}
              icon={<PlayRegular />}
              disabledFocusable={isPending}
              secondaryContent={t("shell.closing.backgroundHint")}
              onClick={() => mutate("background")}
            >
              {t("shell.closing.background")}
            </CompoundButton>
            <CompoundButton
              className={styles.choice}
              icon={<PauseRegular />}
              disabledFocusable={isPending}
              secondaryContent={t("shell.closing.pauseHint")}
              onClick={() => mutate("pause")}
            >
              {t("shell.closing.pause")}
            </CompoundButton>
          </DialogContent>
          <DialogActions>
            <Button onClick={onStay}>{t("common.cancel")}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
