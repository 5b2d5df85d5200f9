/** Who sees a group: a small icon and the word. */
import { makeStyles, tokens } from "@fluentui/react-components";
import {
  EyeOffRegular,
  GlobeRegular,
  LockClosedRegular,
  QuestionCircleRegular,
} from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";

import type { Visibility } from "@/ipc/bindings";

const icons = {
  public: <GlobeRegular />,
  private: <LockClosedRegular />,
  hiddenMembership: <EyeOffRegular />,
  unknown: <QuestionCircleRegular />,
};

const useStyles = makeStyles({
  root: {
    display: "inline-flex",
    alignItems: "center",
    gap: "6px",
    minWidth: 0,
    color: tokens.colorNeutralForeground2,
    "& svg": { flex: "none", fontSize: "16px" },
  },
  word: { overflowX: "clip", textOverflow: "ellipsis", whiteSpace: "nowrap" },
});

export function VisibilityBadge({ visibility }: { visibility: Visibility }) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <span className={styles.root} title={t(`groups.visibilityHint.${visibility}`)}>
      {icons[visibility]}
      <span className={styles.word}>{t(`groups.visibility.${visibility}`)}</span>
    </span>
  );
}
