/** Asks the other owners: a drafted letter with the facts, to be changed, copied or opened in the mail program. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  Textarea,
  tokens,
} from "@fluentui/react-components";
import { MailRegular } from "@fluentui/react-icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { CopyButton } from "@/components/CopyButton";
import { ErrorPanel } from "@/components/ErrorPanel";
import { useNotify } from "@/components/notify";
import { useReturnFocus } from "@/components/useReturnFocus";
import { letterMutation } from "@/ipc/mutations";
import { useSession } from "@/ipc/session";
import { activeOwners } from "@/lib/people";
import { knownEvidence } from "../evidence/useEvidence";
import type { DeskGroup } from "../gone";
import { draftOf } from "./letter";

const useStyles = makeStyles({
  content: { display: "flex", flexDirection: "column", gap: "12px" },
  to: { color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  body: { "& textarea": { minHeight: "14rem", maxHeight: "none" } },
});

interface Props {
  group: DeskGroup;
  now: string;
  onClose: () => void;
}

export function AskDialog({ group, now, onClose }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const client = useQueryClient();
  const notify = useNotify();
  useReturnFocus();
  const [letter, setLetter] = useState(() =>
    draftOf(t, group, knownEvidence(client, group.id)?.evidence, now),
  );
  const { mutate, isPending, error } = useMutation(letterMutation(client));
  const others = useOtherOwners(group);
  const nobody = others?.length === 0;
  const open = () =>
    mutate(
      { groupId: group.id, ...letter },
      {
        onSuccess: ({ to }) => {
          const title = t("decisions.askOpened", { count: to.length });
          notify({ intent: "local", title, body: to.join(", "), place: "middle" });
          onClose();
        },
      },
    );
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t("decisions.askTitle", { name: group.displayName })}</DialogTitle>
          <DialogContent className={styles.content}>
            <div className={styles.to}>
              {others === null
                ? t("decisions.askUnread")
                : nobody
                  ? t("decisions.askNobody")
                  : `${t("decisions.askTo")}: ${others.join(", ")}`}
            </div>
            <Field label={t("decisions.askSubject")}>
              <Input
                value={letter.subject}
                onChange={(_, { value: subject }) => setLetter({ ...letter, subject })}
              />
            </Field>
            <Field label={t("decisions.askBody")}>
              <Textarea
                resize="vertical"
                className={styles.body}
                value={letter.body}
                onChange={(_, { value: body }) => setLetter({ ...letter, body })}
              />
            </Field>
            {error && <ErrorPanel error={error} title={t("decisions.askFailed")} />}
          </DialogContent>
          <DialogActions fluid>
            <Button onClick={onClose}>{t("common.cancel")}</Button>
            <CopyButton
              text={`${letter.subject}\n\n${letter.body}`}
              label={t("decisions.askCopy")}
            />
            <Button
              appearance="primary"
              icon={<MailRegular />}
              disabledFocusable={isPending || nobody}
              onClick={open}
            >
              {t("decisions.askOpen")}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

/** The names of the others who could renew it; `null` while the owners are not read. */
function useOtherOwners({ people }: DeskGroup): string[] | null {
  const me = useSession()?.account.displayName;
  if (!people) return null;
  return activeOwners(people)
    .map(({ displayName }) => displayName)
    .filter((name) => name !== me);
}
