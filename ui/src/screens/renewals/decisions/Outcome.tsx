/** The newest renewal: from which date to which, and whether the service has said so. */
import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircleFilled, SendRegular } from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";

import { formatDate } from "@/lib/dates";
import { hadMovedBefore } from "@/lib/expiry";
import { tenure } from "@/theme/colors";
import type { Result } from "../useRenewals";

const useStyles = makeStyles({
  root: {
    display: "flex",
    gap: "8px",
    padding: "8px 10px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    "& svg": { flex: "none", fontSize: "16px" },
    ":empty": { display: "none" },
  },
  confirmed: { backgroundColor: tenure.tenureGreenSoft, "& svg": { color: tenure.tenureGreen } },
  words: { flex: 1, minWidth: 0 },
  name: {
    display: "block",
    maxWidth: "100%",
    overflowX: "clip",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    textAlign: "start",
    fontSize: "inherit",
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
  },
  second: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  result: Result | undefined;
  onShow: (groupId: string) => void;
}

/** Always there, so that a screen reader hears what comes into it. */
export function Outcome({ result, onShow }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const outcome = result?.outcome;
  const confirmed = result?.step === "confirmed";
  const date = (instant: string | null) => (instant === null ? "–" : formatDate(instant));
  return (
    <div role="status" className={mergeClasses(styles.root, confirmed && styles.confirmed)}>
      {outcome && (
        <>
          {confirmed ? <CheckmarkCircleFilled aria-hidden /> : <SendRegular aria-hidden />}
          <div className={styles.words}>
            <Link
              className={styles.name}
              title={outcome.group.displayName}
              onClick={() => onShow(outcome.group.id)}
            >
              <bdi>{outcome.group.displayName}</bdi>
            </Link>
            <div className={styles.second}>
              {confirmed
                ? t("renewals.outcome.confirmed", {
                    before: date(outcome.expiredBefore),
                    after: date(outcome.group.expires),
                  })
                : t("renewals.outcome.sent", { before: date(outcome.expiredBefore) })}
            </div>
            {hadMovedBefore(result.group.expires, outcome.expiredBefore) && (
              <div className={styles.second}>
                {t("renewals.outcome.moved", {
                  known: date(result.group.expires),
                  before: date(outcome.expiredBefore),
                })}
              </div>
            )}
          </div>
        </>
      )}
    </div>
  );
}
