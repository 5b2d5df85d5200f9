/** The Groups screen. */
import { useTranslation } from "react-i18next";

import { PageHeader } from "@/components/PageHeader";

export default function Groups() {
  const { t } = useTranslation();
  return <PageHeader title={t("groups.title")} />;
}
