/** What is being written, and to whom it goes by itself. */
import { Button, makeStyles, tokens, Tooltip } from "@fluentui/react-components";
import { DismissRegular, PersonAddRegular } from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";

const useStyles = makeStyles({
  head: { display: "flex", alignItems: "center", gap: "8px" },
  words: { flex: 1, minWidth: 0 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
  },
  hint: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
});

interface Props {
  title: string;
  hint: string;
  hinted: boolean;
  onAddPeople?: () => void;
  onClose: () => void;
}

export function ComposerHead({ title, hint, hinted, onAddPeople, onClose }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <div className={styles.head}>
      <div className={styles.words}>
        <h3 className={styles.title}>{title}</h3>
        {hinted && <div className={styles.hint}>{hint}</div>}
      </div>
      {onAddPeople && (
        <Button size="small" icon={<PersonAddRegular />} onClick={onAddPeople}>
          {t("conversations.write.addPeople")}
        </Button>
      )}
      <Tooltip relationship="label" content={t("conversations.write.close")}>
        <Button appearance="subtle" icon={<DismissRegular />} onClick={onClose} />
      </Tooltip>
    </div>
  );
}
