/** The Home screen. */
import { useTranslation } from "react-i18next";

import { PageHeader } from "@/components/PageHeader";

export default function Home() {
  const { t } = useTranslation();
  return <PageHeader title={t("home.title")} />;
}
