/** Says what loading remote images tells those who sent them, and asks. */
import { useTranslation } from "react-i18next";

import { ConfirmDialog } from "@/components/ConfirmDialog";
import { useFollowing } from "../list/useFollowing";

export function ImagesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { loadImages } = useFollowing();
  return (
    <ConfirmDialog
      open
      title={t("conversations.images.title")}
      confirm={t("conversations.images.confirm")}
      onConfirm={() => {
        loadImages(true);
        onClose();
      }}
      onCancel={onClose}
    >
      {t("conversations.images.text")}
    </ConfirmDialog>
  );
}
