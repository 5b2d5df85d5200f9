/** What somebody else changed while one was writing: theirs and one's own side by side, and whose shall be. */
import { Button, makeStyles, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { tenure } from "@/theme/colors";
import type { Difference } from "./settingsDraft";
import { nameWords, valueWords } from "./values";

const useStyles = makeStyles({
  panel: {
    display: "grid",
    gap: "10px",
    padding: "12px 16px",
    border: `1px solid ${tenure.tenureAmberLine}`,
    borderRadius: "8px",
    backgroundColor: tenure.tenureAmberSoft,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  field: { display: "grid", gap: "2px" },
  sides: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(14rem, 100%), 1fr))",
    gap: "4px 16px",
  },
  before: { color: tokens.colorNeutralForeground2 },
  name: { fontWeight: tokens.fontWeightSemibold },
  value: { overflowWrap: "anywhere" },
});

interface Props {
  differences: readonly Difference[];
  /** Goes on, with the names of values of which theirs was taken. */
  onSettle: (theirs: ReadonlySet<string>) => void;
}

export function Meanwhile({ differences, onSettle }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set());
  if (differences.length === 0) return null;
  const choose = (name: string, isTheirs: boolean) => {
    const next = new Set(theirs);
    if (isTheirs) next.add(name);
    else next.delete(name);
    setTheirs(next);
  };
  return (
    <section role="alert" aria-label={t("policies.meanwhile.title")} className={styles.panel}>
      <div>
        <h2 className={styles.title}>{t("policies.meanwhile.title")}</h2>
        <p className={styles.text}>{t("policies.meanwhile.text")}</p>
      </div>
      {differences.map((each) => (
        <Field
          key={each.name}
          difference={each}
          theirs={theirs.has(each.name)}
          onChoose={(isTheirs) => choose(each.name, isTheirs)}
        />
      ))}
      <div>
        <Button appearance="primary" onClick={() => onSettle(theirs)}>
          {t("policies.meanwhile.goOn")}
        </Button>
      </div>
    </section>
  );
}

interface FieldProps {
  difference: Difference;
  theirs: boolean;
  onChoose: (theirs: boolean) => void;
}

function Field({ difference: { name, before, now, mine }, theirs, onChoose }: FieldProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const was = t("policies.meanwhile.was", { value: valueWords(t, name, before) });
  return (
    <div className={styles.field}>
      <span>
        <span className={styles.name}>{nameWords(t, name)}</span>{" "}
        <span className={styles.before}>{was}</span>
      </span>
      {mine === null ? (
        <span className={styles.value}>
          {t("policies.meanwhile.theirs", { value: valueWords(t, name, now) })}
        </span>
      ) : (
        <RadioGroup
          aria-label={nameWords(t, name)}
          className={styles.sides}
          value={theirs ? "theirs" : "mine"}
          onChange={(_, { value }) => onChoose(value === "theirs")}
        >
          <Radio
            value="mine"
            label={t("policies.meanwhile.mine", { value: valueWords(t, name, mine) })}
          />
          <Radio
            value="theirs"
            label={t("policies.meanwhile.theirs", { value: valueWords(t, name, now) })}
          />
        </RadioGroup>
      )}
    </div>
  );
}
