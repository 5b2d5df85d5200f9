/** The three ways to say who is meant. */
import {
  Button,
  Field,
  makeStyles,
  ProgressBar,
  Textarea,
  tokens,
} from "@fluentui/react-components";
import { DocumentAddRegular } from "@fluentui/react-icons";
import { useRef } from "react";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";

import { ErrorPanel } from "@/components/ErrorPanel";
import { PeoplePicker } from "@/components/people/PeoplePicker";
import { formatBytes } from "@/lib/dates";
import { useOpenGroup } from "../openGroup";
import { MOST_BYTES } from "./reading";
import { RoleChoice } from "./RoleChoice";

const useStyles = makeStyles({
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px" },
  or: {
    display: "flex",
    alignItems: "center",
    gap: "12px",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    "::before": {
      content: "''",
      flex: 1,
      height: "1px",
      backgroundColor: tokens.colorNeutralStroke2,
    },
    "::after": {
      content: "''",
      flex: 1,
      height: "1px",
      backgroundColor: tokens.colorNeutralStroke2,
    },
  },
  drop: {
    display: "flex",
    alignItems: "center",
    flexWrap: "wrap",
    gap: "8px 12px",
    padding: "14px",
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: "8px",
    color: tokens.colorNeutralForeground2,
  },
  dropWords: { flex: "1 1 10rem" },
});

export function FindPeople() {
  const styles = useStyles();
  const { t } = useTranslation();
  const { groupId, adding } = useOpenGroup();
  const { role, setRole, picked, pick, text, setText, checkText, checking, unreadable } = adding;
  const ownProblem = unreadable?.fileName === null ? unreadable : null;
  return (
    <>
      <RoleChoice role={role} onRole={setRole} />
      <PeoplePicker
        label={t("group.add.find")}
        picked={picked}
        onPicked={pick}
        groupId={groupId}
        role={role}
        onPasteList={(pasted) => {
          setText(text === "" ? pasted : `${text.trimEnd()}\n${pasted}`);
          checkText(pasted);
        }}
      />
      <div className={styles.or}>{t("group.add.or")}</div>
      <Field
        label={t("group.add.paste")}
        hint={t("group.add.pasteHint")}
        validationMessage={ownProblem ? problemWords(t, ownProblem) : undefined}
      >
        <Textarea
          rows={4}
          resize="vertical"
          value={text}
          onChange={(_event, data) => setText(data.value)}
        />
      </Field>
      <div className={styles.buttons}>
        <Button
          disabled={text.trim() === ""}
          disabledFocusable={checking}
          onClick={() => checkText(text)}
        >
          {t("group.add.check")}
        </Button>
      </div>
      <FileField />
      {checking && (
        <Field validationState="none" validationMessage={t("group.add.checking")}>
          <ProgressBar aria-label={t("group.add.checking")} />
        </Field>
      )}
      <CheckFailure />
    </>
  );
}

function FileField() {
  const styles = useStyles();
  const { t } = useTranslation();
  const { adding } = useOpenGroup();
  const { checkFile, checking, unreadable } = adding;
  const input = useRef<HTMLInputElement>(null);
  const problem = unreadable?.fileName != null ? unreadable : null;
  return (
    <Field validationMessage={problem ? problemWords(t, problem) : undefined}>
      <div className={styles.drop}>
        <span className={styles.dropWords}>{t("group.add.drop")}</span>
        <Button
          icon={<DocumentAddRegular />}
          disabledFocusable={checking}
          onClick={() => input.current?.click()}
        >
          {t("group.add.choose")}
        </Button>
        <input
          ref={input}
          hidden
          type="file"
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          aria-label={t("group.add.choose")}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) checkFile(file);
            // The same file may be chosen again after it was mended.
            target.value = "";
          }}
        />
      </div>
    </Field>
  );
}

function problemWords(
  t: TFunction,
  { why, fileName }: NonNullable<ReturnType<typeof useOpenGroup>["adding"]["unreadable"]>,
): string {
  const file = fileName ?? t("group.add.text");
  return t(`group.add.unreadable.${why}`, { file, most: formatBytes(MOST_BYTES) });
}

function CheckFailure() {
  const { t } = useTranslation();
  const { adding } = useOpenGroup();
  const { failure, checkAgain } = adding;
  if (!failure) return null;
  return <ErrorPanel error={failure} title={t("group.add.notChecked")} onRetry={checkAgain} />;
}
