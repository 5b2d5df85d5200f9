/** One line of a checked list: who it is, or why it is nobody, and whom it means where that is unclear. */
import { makeStyles, mergeClasses, Select, tokens } from "@fluentui/react-components";
import {
  CheckmarkRegular,
  CopyRegular,
  DismissRegular,
  GlobeRegular,
  PersonAvailableRegular,
  WarningRegular,
} from "@fluentui/react-icons";
import type { TFunction } from "i18next";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { VisuallyHidden } from "@/components/VisuallyHidden";
import type { CheckedLine, LineVerdict, Person } from "@/ipc/bindings";
import { tenure } from "@/theme/colors";

const cut = {
  overflowX: "clip",
  minWidth: 0,
  textOverflow: "ellipsis",
  whiteSpace: "nowrap",
} as const;

const useStyles = makeStyles({
  line: {
    position: "absolute",
    top: 0,
    left: 0,
    width: "100%",
    display: "grid",
    gridTemplateColumns: "20px minmax(0, 1fr) auto",
    alignContent: "start",
    columnGap: "10px",
    paddingTop: "7px",
    "& > svg": { fontSize: "18px" },
  },
  rule: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  name: { ...cut, lineHeight: "1.125rem" },
  second: {
    ...cut,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  number: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: "1.125rem",
    color: tokens.colorNeutralForeground3,
  },
  choice: { gridColumn: "2 / -1", marginTop: "4px" },
});

const icons: Record<LineVerdict, ReactElement> = {
  ready: <CheckmarkRegular aria-hidden color={tenure.tenureGreen} />,
  guest: <GlobeRegular aria-hidden color={tokens.colorBrandForeground1} />,
  alreadyIn: <PersonAvailableRegular aria-hidden />,
  unclear: <WarningRegular aria-hidden color={tenure.tenureAmber} />,
  unknown: <DismissRegular aria-hidden color={tenure.tenureRed} />,
  notAddable: <DismissRegular aria-hidden color={tenure.tenureRed} />,
  repeated: <CopyRegular aria-hidden />,
};

interface Props {
  line: CheckedLine;
  index: number;
  count: number;
  top: number;
  height: number;
  /** Who was said to be meant. */
  chosen: string | null;
  onChoose: (line: number, personId: string | null) => void;
}

export function CheckedLineView({ line, index, count, top, height, chosen, onChoose }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { person, text, verdict, candidates } = line;
  const meant = candidates.find(({ id }) => id === chosen) ?? null;
  return (
    <li
      aria-setsize={count}
      aria-posinset={index + 1}
      className={mergeClasses(styles.line, index > 0 && styles.rule)}
      style={{ height, transform: `translateY(${top}px)` }}
    >
      {meant ? icons.ready : icons[verdict]}
      <div>
        <div className={styles.name} title={text}>
          <bdi>{person?.displayName ?? text}</bdi>
        </div>
        <div className={styles.second}>
          <bdi>{meant ? t("group.add.chosen") : secondWords(t, line)}</bdi>
        </div>
      </div>
      <span className={styles.number}>{t("group.add.line", { line: line.line })}</span>
      {candidates.length > 0 && (
        <label className={styles.choice}>
          <VisuallyHidden>{t("group.add.whoIs", { text })}</VisuallyHidden>
          <Select
            size="small"
            value={chosen ?? ""}
            onChange={(_event, data) => onChoose(line.line, data.value || null)}
          >
            <option value="">{t("group.add.chooseOne")}</option>
            {candidates.map((candidate) => (
              <option key={candidate.id} value={candidate.id}>
                {candidateWords(candidate)}
              </option>
            ))}
          </Select>
        </label>
      )}
    </li>
  );
}

const candidateWords = ({ displayName, jobTitle, address }: Person): string =>
  [displayName, jobTitle, address].filter(Boolean).join(" · ");

function secondWords(t: TFunction, { verdict, reason, person, candidates }: CheckedLine): string {
  if (reason) return t(`group.add.reason.${reason}`, { count: candidates.length });
  if (verdict === "ready" && person) {
    return person.jobTitle ?? person.address ?? t("group.add.reasonOf.ready");
  }
  return t(`group.add.reasonOf.${verdict}`);
}
