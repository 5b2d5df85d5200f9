/** What was found out about an event before it is saved, where it was typed. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ErrorCircleRegular, InfoRegular, WarningRegular } from "@fluentui/react-icons";
import type { TFunction } from "i18next";
import { Temporal } from "temporal-polyfill";
import { useTranslation } from "react-i18next";

import type { EventFinding } from "@/ipc/bindings";
import { formatNumber } from "@/lib/dates";
import { tenure } from "@/theme/colors";
import { clockWords, shortDayWords, wallWords } from "../times";

const useStyles = makeStyles({
  list: { margin: "10px 0 0", padding: 0, listStyleType: "none", display: "grid", gap: "6px" },
  finding: {
    display: "grid",
    gridTemplateColumns: "16px minmax(0, 1fr)",
    gap: "8px",
    padding: "6px 10px",
    borderRadius: "6px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground3,
    outline: "1px solid transparent",
    "& svg": { fontSize: "16px" },
  },
  warns: { color: tenure.tenureAmber, backgroundColor: tenure.tenureAmberSoft },
  prevents: { color: tenure.tenureRed, backgroundColor: tenure.tenureRedSoft },
});

type Kind = EventFinding["kind"];
const PREVENTS: readonly Kind[] = [
  "endsBeforeStart",
  "zoneUnknown",
  "subjectTooLong",
  "addressWrong",
  "tooManyPeople",
  "recurrenceWrong",
];
const INFORMS: readonly Kind[] = ["noEnd", "twice"];

export const ofSubject = ({ kind }: EventFinding): boolean => kind === "subjectTooLong";
export const ofAddresses = ({ kind }: EventFinding): boolean =>
  kind === "addressWrong" || kind === "tooManyPeople";
export const ofTimes = (finding: EventFinding): boolean =>
  !ofSubject(finding) && !ofAddresses(finding);

/** Of many occurrences that meet a change of clocks, the first are named. */
const NAMED = 2;

interface Props {
  findings: readonly EventFinding[];
  /** Within a field, which says by itself that something is wrong. */
  bare?: boolean;
}

export function Findings({ findings, bare }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const skipped = findings.filter(({ kind }) => kind === "occurrenceSkipped");
  const named = findings.filter(
    (finding) => finding.kind !== "occurrenceSkipped" || skipped.indexOf(finding) < NAMED,
  );
  const more = skipped.length - NAMED;
  if (bare) return named.map((finding) => findingWords(t, finding)).join(" ");
  return (
    <div role="status">
      {named.length > 0 && (
        <ul className={styles.list}>
          {named.map((finding, index) => (
            <li
              key={index}
              className={mergeClasses(
                styles.finding,
                PREVENTS.includes(finding.kind)
                  ? styles.prevents
                  : !INFORMS.includes(finding.kind) && styles.warns,
              )}
            >
              <Icon kind={finding.kind} />
              {findingWords(t, finding)}
            </li>
          ))}
          {more > 0 && (
            <li className={styles.finding}>
              <InfoRegular aria-hidden />
              {t("calendar.finding.occurrencesSkipped", { shown: formatNumber(more) })}
            </li>
          )}
        </ul>
      )}
    </div>
  );
}

function Icon({ kind }: { kind: Kind }) {
  if (PREVENTS.includes(kind)) return <ErrorCircleRegular aria-hidden />;
  return INFORMS.includes(kind) ? <InfoRegular aria-hidden /> : <WarningRegular aria-hidden />;
}

function findingWords(t: TFunction, finding: EventFinding): string {
  switch (finding.kind) {
    case "subjectTooLong":
    case "tooManyPeople":
      return t(`calendar.finding.${finding.kind}`, { most: formatNumber(finding.most) });
    case "addressWrong":
      return t("calendar.finding.addressWrong", { address: finding.address });
    case "skipped":
      return t("calendar.finding.skipped", { becomes: wallWords(finding.becomes) });
    case "twice":
      return t("calendar.finding.twice", { offset: offsetWords(finding.offsetMinutes) });
    case "occurrenceSkipped":
      return t("calendar.finding.occurrenceSkipped", {
        date: shortDayWords(finding.date),
        becomes: clockWords(`${finding.date}T${finding.becomes.slice(0, 5)}:00Z`, "UTC"),
      });
    default:
      return t(`calendar.finding.${finding.kind}`);
  }
}

/** An offset from UTC such as `+02:00`. */
function offsetWords(minutes: number): string {
  const at = Temporal.PlainTime.from("00:00").add({ minutes: Math.abs(minutes) });
  return `${minutes < 0 ? "−" : "+"}${at.toString({ smallestUnit: "minute" })}`;
}
