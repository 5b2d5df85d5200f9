/** Stands where the members would, when they are not told: why, and what is needed to see them. */
import { Button } from "@fluentui/react-components";
import { EyeOffRegular } from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";

import { EmptyState } from "@/components/EmptyState";
import type { HiddenMembers } from "@/ipc/bindings";
import { links } from "@/lib/links";

export function HiddenNote({ why }: { why: HiddenMembers }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <EmptyState
      icon={<EyeOffRegular />}
      title={t("group.members.hidden.title")}
      text={t(`group.members.hidden.${why}`)}
      actions={
        why === "permissionMissing" && (
          <Button onClick={() => void navigate(links.settings)}>
            {t("groups.detail.toPermissions")}
          </Button>
        )
      }
    />
  );
}
