/** The group's photo: another one is chosen, looked at, and set by itself. */
import { Button, Field, makeStyles } from "@fluentui/react-components";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { GroupAvatar } from "@/components/GroupAvatar";
import { useNotify, useNotifyFailure } from "@/components/notify";
import { forgetPhoto, usePhoto } from "@/components/people/usePhoto";
import { photoMutation } from "@/ipc/mutations";
import { formatBytes } from "@/lib/dates";
import { useOpenGroup } from "../openGroup";
import { MOST_PHOTO_BYTES, readPhoto, type PhotoProblem, type ReadPhoto } from "./photo";

const useStyles = makeStyles({
  row: { display: "flex", alignItems: "center", flexWrap: "wrap", gap: "12px" },
});

type Props = { fixed: boolean; beingSetUp: boolean };

export function PhotoField({ fixed, beingSetUp }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { groupId, summary } = useOpenGroup();
  const current = usePhoto("groups", groupId);
  const [chosen, setChosen] = useState<ReadPhoto | null>(null);
  const [problem, setProblem] = useState<PhotoProblem | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const { set, setting } = useSetPhoto(() => setChosen(null));
  const choose = async (file: File) => {
    const read = await readPhoto(file);
    setProblem(typeof read === "string" ? read : null);
    setChosen(typeof read === "string" ? null : read);
  };
  const most = formatBytes(MOST_PHOTO_BYTES);
  return (
    <Field
      label={t("group.settings.photo")}
      hint={t(beingSetUp ? "group.settings.photoLater" : "group.settings.photoHint", { most })}
      validationMessage={
        problem ? t(`group.settings.photoProblem.${problem}`, { most }) : undefined
      }
    >
      <div className={styles.row}>
        <GroupAvatar group={summary} photo={chosen?.dataUrl ?? current} size={64} />
        {chosen ? (
          <>
            <Button
              appearance="primary"
              disabledFocusable={setting}
              onClick={() => set(chosen.content)}
            >
              {t("group.settings.setPhoto")}
            </Button>
            <Button onClick={() => setChosen(null)}>{t("common.cancel")}</Button>
          </>
        ) : (
          <Button disabled={fixed || beingSetUp} onClick={() => input.current?.click()}>
            {t("group.settings.choosePhoto")}
          </Button>
        )}
        <input
          ref={input}
          hidden
          type="file"
          accept="image/jpeg,image/png"
          aria-label={t("group.settings.choosePhoto")}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) void choose(file);
            target.value = "";
          }}
        />
      </div>
    </Field>
  );
}

function useSetPhoto(done: () => void) {
  const { t } = useTranslation();
  const { groupId, summary } = useOpenGroup();
  const client = useQueryClient();
  const notify = useNotify();
  const failed = useNotifyFailure();
  const { mutate, isPending } = useMutation(photoMutation());
  const set = (content: string) =>
    mutate(
      { groupId, content },
      {
        onSuccess: () => {
          done();
          forgetPhoto(client, "groups", groupId);
          notify({
            intent: "sent",
            title: t("group.settings.photoSet", { name: summary.displayName }),
            body: t("jobs.accepted"),
          });
        },
        onError: (error) => failed(error, t("group.settings.photoFailed")),
      },
    );
  return { set, setting: isPending };
}
