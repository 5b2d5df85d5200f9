/** The Renewals screen. */
import { useTranslation } from "react-i18next";

import { PageHeader } from "@/components/PageHeader";

export default function Renewals() {
  const { t } = useTranslation();
  return <PageHeader title={t("renewals.title")} />;
}
