/** The Settings screen. */
import { useTranslation } from "react-i18next";

import { PageHeader } from "@/components/PageHeader";

export default function Settings() {
  const { t } = useTranslation();
  return <PageHeader title={t("settings.title")} />;
}
