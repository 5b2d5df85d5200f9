/** Which expiration policy covers the group, or why none does; leads to what the tenant decides. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import type { Coverage } from "@/ipc/bindings";
import { links } from "@/lib/links";
import { coverageWords } from "./words";

const useStyles = makeStyles({ link: { color: tokens.colorBrandForegroundLink } });

export function CoverageFact({ coverage }: { coverage: Coverage }) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <>
      {coverageWords(t, coverage)}{" "}
      <Link to={links.policy("expiration")} className={styles.link}>
        {t("group.coverage.more")}
      </Link>
    </>
  );
}
