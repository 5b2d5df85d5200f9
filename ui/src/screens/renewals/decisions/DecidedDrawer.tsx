/** What was decided on this computer and stands, each with the way to revoke it. */
import {
  Button,
  DrawerBody,
  DrawerHeader,
  makeStyles,
  mergeClasses,
  OverlayDrawer,
  tokens,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";

import { useReturnFocus } from "@/components/useReturnFocus";
import type { Decided } from "@/ipc/bindings";
import { formatDate } from "@/lib/dates";
import { tenure } from "@/theme/colors";
import type { Verdicts } from "../useVerdicts";
import { decidedWords, reopenedWords } from "../words";

const useStyles = makeStyles({
  drawer: { width: "27rem", maxWidth: "100vw", backgroundColor: tokens.colorNeutralBackground1 },
  header: { padding: "20px 12px 12px 20px", gap: "4px" },
  top: { display: "flex", alignItems: "flex-start", gap: "8px" },
  title: {
    flex: 1,
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  item: {
    display: "flex",
    alignItems: "center",
    gap: "12px",
    padding: "10px 0",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { flex: 1, minWidth: 0, overflowWrap: "anywhere" },
  name: { fontWeight: tokens.fontWeightSemibold },
  small: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  reopened: { color: tenure.tenureAmber },
});

interface Props {
  decided: readonly Decided[];
  verdicts: Verdicts;
  onClose: () => void;
}

export default function DecidedDrawer({ decided, verdicts, onClose }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  useReturnFocus();
  const newestFirst = [...decided].sort((a, b) => (a.at < b.at ? 1 : -1));
  return (
    <OverlayDrawer
      open
      position="end"
      aria-label={t("decisions.decidedTitle")}
      className={styles.drawer}
      onOpenChange={(_, { open }) => !open && onClose()}
    >
      <DrawerHeader className={styles.header}>
        <div className={styles.top}>
          <h2 className={styles.title}>{t("decisions.decidedTitle")}</h2>
          <Button
            appearance="subtle"
            icon={<DismissRegular />}
            aria-label={t("common.close")}
            onClick={onClose}
          />
        </div>
        <p className={styles.text}>
          {t(decided.length > 0 ? "decisions.decidedText" : "decisions.decidedNone")}
        </p>
      </DrawerHeader>
      <DrawerBody>
        <ul className={styles.list}>
          {newestFirst.map((each) => (
            <Item key={each.groupId} decided={each} verdicts={verdicts} />
          ))}
        </ul>
      </DrawerBody>
    </OverlayDrawer>
  );
}

function Item({ decided, verdicts }: { decided: Decided; verdicts: Verdicts }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { groupName: name, at } = decided;
  const reopened = reopenedWords(t, decided);
  return (
    <li className={styles.item}>
      <div className={styles.words}>
        <div dir="auto" className={styles.name}>
          {name}
        </div>
        <div className={styles.small}>
          {decidedWords(t, decided)} · {t("decisions.decidedOn", { date: formatDate(at) })}
        </div>
        {reopened && <div className={mergeClasses(styles.small, styles.reopened)}>{reopened}</div>}
      </div>
      <Button
        size="small"
        aria-label={t("decisions.revokeNamed", { name })}
        onClick={() => void verdicts.revoke(decided)}
      >
        {t("decisions.revoke")}
      </Button>
    </li>
  );
}
