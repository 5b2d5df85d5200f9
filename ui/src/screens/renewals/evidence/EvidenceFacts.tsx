/** The facts beside the decision, as far as they are known, and how to come by those that are missing. */
import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowClockwiseRegular } from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";

import { Card } from "@/components/Card";
import { ErrorPanel } from "@/components/ErrorPanel";
import { LoadingRows } from "@/components/LoadingRows";
import { formatAsOf } from "@/lib/dates";
import { links } from "@/lib/links";
import { FactRow } from "./FactRow";
import { factLines } from "./facts";
import type { EvidenceState } from "./useEvidence";

const useStyles = makeStyles({
  list: { margin: 0, padding: "2px 0", listStyleType: "none" },
  foot: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "0 8px",
    padding: "0 4px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  asOf: { flex: "1 1 8rem" },
  again: { minWidth: "24px", height: "24px", padding: 0 },
});

type Props = { state: EvidenceState; now: string };

export function EvidenceFacts({ state: { known, error, again }, now }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const navigate = useNavigate();
  if (!known) {
    // As high as what comes, so that nothing jumps.
    if (error === null) return <LoadingRows rows={6} height={44} />;
    return <ErrorPanel error={error} title={t("evidence.failed")} onRetry={again} />;
  }
  const lines = factLines(t, known.evidence, now);
  const missing = lines.filter(({ permission }) => permission !== null).length;
  return (
    <>
      <Card>
        <ul aria-label={t("evidence.facts")} className={styles.list}>
          {lines.map((line) => (
            <FactRow key={line.name} line={line} />
          ))}
        </ul>
      </Card>
      <div className={styles.foot}>
        {missing > 0 && (
          <Link inline onClick={() => void navigate(links.settings)}>
            {t(missing === 1 ? "evidence.askPermission" : "evidence.askPermissions")}
          </Link>
        )}
        <span className={styles.asOf}>
          {t("evidence.asOf", { when: formatAsOf(known.evidence.asOf, now) })}
        </span>
        <Button
          size="small"
          appearance="subtle"
          className={styles.again}
          icon={<ArrowClockwiseRegular />}
          aria-label={t("evidence.again")}
          title={t("evidence.again")}
          onClick={again}
        />
      </div>
    </>
  );
}
