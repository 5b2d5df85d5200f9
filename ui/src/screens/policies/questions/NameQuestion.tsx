/** Why was the name refused? Any name tried against the tenant's own rule, as one types it. */
import { Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { CheckmarkRegular, WarningRegular } from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import type { TFunction } from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { commandErrorOf, errorWords } from "@/components/errorWords";
import { nameProblemWords } from "@/components/nameProblemWords";
import type { NameExample, NameFinding, NamePart, Policies } from "@/ipc/bindings";
import { nameCheckQuery, namingPreviewQuery } from "@/ipc/queries";
import { formatNumber } from "@/lib/dates";
import { links } from "@/lib/links";
import { useSettled } from "@/lib/useSettled";
import { tenure } from "@/theme/colors";
import { partWords } from "../answer";
import { usePolicies } from "../context";
import { Answer } from "./Answer";

const PAUSE_MS = 250;

const useStyles = makeStyles({
  field: { maxWidth: "30rem" },
  result: { display: "grid", gap: "4px", minHeight: "1.25rem" },
  line: {
    display: "flex",
    alignItems: "flex-start",
    gap: "8px",
    "& svg": { flex: "none", marginTop: "2px" },
  },
  wrong: { color: tenure.tenureRed },
  right: { color: tenure.tenureGreen },
  whole: { color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  name: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
});

export function NameQuestion() {
  const styles = useStyles();
  const { t } = useTranslation();
  const { settings } = usePolicies();
  const [text, setText] = useState("");
  return (
    <Answer
      question={t("policies.question.name")}
      answer={ruleWords(t, settings)}
      text={t("policies.question.nameText")}
      more={[{ to: links.policy("naming"), words: t("policies.question.toNaming") }]}
    >
      <Field label={t("policies.question.try")} className={styles.field}>
        <Input
          dir="auto"
          value={text}
          placeholder={t("policies.naming.example")}
          onChange={(_, { value }) => setText(value)}
        />
      </Field>
      <Verdict name={text.trim()} />
    </Answer>
  );
}

function ruleWords(t: TFunction, settings: Policies["settings"]) {
  if (settings.state === "unknown") return t("policies.question.unknown");
  const { parts, blockedWords } = settings.naming;
  const has = parts.some(({ kind }: NamePart) => kind !== "groupName");
  const rule = has
    ? t("policies.naming.title", {
        rule: parts
          .map((part) => partWords(t, part))
          .join(" ")
          .replace(/\s+/g, " "),
      })
    : t("policies.naming.none");
  const count = blockedWords.length;
  if (count === 0) return rule;
  return t("policies.question.blocked", { rule, count, shown: formatNumber(count) });
}

/** What would become of it for the person who asks, and what the service would say. */
function Verdict({ name }: { name: string }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const settled = useSettled(name, PAUSE_MS);
  const { data, error } = useQuery({
    ...namingPreviewQuery(null, settled),
    enabled: settled !== "",
  });
  const { data: checked } = useQuery(
    nameCheckQuery({ groupId: null, displayName: settled, mailNickname: null }),
  );
  const mine = data?.examples.find(({ me }) => me);
  if (name === "" || settled === "") return <div role="status" className={styles.result} />;
  if (error) {
    return (
      <div role="status" className={styles.result}>
        {errorWords(t, commandErrorOf(error)).title}
      </div>
    );
  }
  const refused = checked
    ? allFindings(checked.findings, data?.exempt ? [] : (mine?.findings ?? []))
    : [];
  return (
    <div role="status" className={styles.result}>
      {refused.map((finding, index) => (
        <span key={index} className={`${styles.line} ${styles.wrong}`}>
          <WarningRegular aria-hidden />
          {nameProblemWords(t, finding)}
        </span>
      ))}
      {checked && refused.length === 0 && (
        <span className={`${styles.line} ${styles.right}`}>
          <CheckmarkRegular aria-hidden />
          {t("policies.question.accepted")}
        </span>
      )}
      {mine && <Whole example={mine} typed={settled} exempt={data?.exempt ?? false} />}
    </div>
  );
}

/**
 * What the service says of the name as it was typed, and what would be refused of it even if it followed the
 * rule: the service names one or the other first, and nobody wants to hear of them one after another.
 */
function allFindings(
  said: readonly NameFinding[],
  ofWhole: readonly NameFinding[],
): readonly NameFinding[] {
  const isSaid = ({ problem: { kind } }: NameFinding) =>
    said.some(({ problem }) => problem.kind === kind);
  const more = ofWhole.find(({ problem: { kind } }) => kind === "blockedWord");
  return more && !isSaid(more) ? [...said, more] : said;
}

function Whole(props: { example: NameExample; typed: string; exempt: boolean }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { example, typed, exempt } = props;
  if (exempt) return <span className={styles.whole}>{t("policies.naming.exempt")}</span>;
  if (example.displayName === typed) return null;
  return (
    <span className={styles.whole}>
      {t("policies.question.whole")} <bdi className={styles.name}>{example.displayName}</bdi>
    </span>
  );
}
