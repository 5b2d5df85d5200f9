/** The differences, by area, each to be ticked; then the changes one after another, each looked at before. */
import { Button, Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

import { useNotifyFailure } from "@/components/notify";
import type { ChangeRequest, PolicyArea, PolicyDifference } from "@/ipc/bindings";
import { call } from "@/ipc/call";
import { BeforeAfter } from "../saving/BeforeAfter";
import { useSaving } from "../saving/useSaving";
import { nameWords, valueWords } from "../saving/values";
import type { PolicyFile } from "./ExchangeMenu";

const useStyles = makeStyles({
  area: {
    margin: "8px 0 0",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  row: {
    display: "grid",
    gridTemplateColumns: "auto minmax(0, 1.2fr) minmax(0, 1fr) minmax(0, 1fr)",
    gap: "8px",
    alignItems: "center",
    padding: "4px 0",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: "anywhere",
  },
  small: {
    display: "block",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  foot: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "8px 16px" },
});

interface Props {
  file: PolicyFile;
  differences: readonly PolicyDifference[];
}

export function Differences({ file, differences }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const adopting = useAdopting(file, () => setKeys(new Set()));
  const takeable = differences.filter(({ applicable }) => applicable).map(({ key }) => key);
  const toggle = (key: string) => {
    const next = new Set(keys);
    if (!next.delete(key)) next.add(key);
    setKeys(next);
  };
  return (
    <>
      {byArea(differences).map(([area, its]) => (
        <section key={area} aria-label={t(`policies.areaOf.${area}`)}>
          <h3 className={styles.area}>{t(`policies.areaOf.${area}`)}</h3>
          <ul className={styles.list}>
            {its.map((each) => (
              <Row
                key={each.key}
                difference={each}
                ticked={keys.has(each.key)}
                onToggle={() => toggle(each.key)}
              />
            ))}
          </ul>
        </section>
      ))}
      <div className={styles.foot}>
        <Button
          appearance="primary"
          disabledFocusable={keys.size === 0 || adopting.busy}
          onClick={() => adopting.begin([...keys])}
        >
          {t("policies.exchange.adopt", { count: keys.size })}
        </Button>
        <Button onClick={() => setKeys(new Set(takeable.length > keys.size ? takeable : []))}>
          {t(
            takeable.length > keys.size ? "policies.exchange.all" : "policies.exchange.noneTicked",
          )}
        </Button>
        {adopting.left > 1 && (
          <span role="status">{t("policies.exchange.left", { count: adopting.left })}</span>
        )}
      </div>
      <BeforeAfter saving={adopting.saving} title={t("policies.confirm.adopt")} />
    </>
  );
}

interface RowProps {
  difference: PolicyDifference;
  ticked: boolean;
  onToggle: () => void;
}

function Row({ difference, ticked, onToggle }: RowProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { name, templateName, here, there, applicable } = difference;
  const words = name ? nameWords(t, name) : t("policies.exchange.whole");
  const value = (side: string | null) => valueWords(t, name ?? "", side);
  return (
    <li className={styles.row}>
      <Checkbox
        checked={ticked}
        disabled={!applicable}
        aria-label={t("policies.exchange.take", { name: words })}
        onChange={onToggle}
      />
      <span>
        {words}
        {templateName && <span className={styles.small}>{templateName}</span>}
        {!applicable && (
          <span className={styles.small}>{t("policies.exchange.notApplicable")}</span>
        )}
      </span>
      <span dir="auto">
        <span className={styles.small}>{t("policies.exchange.here")}</span>
        {value(here)}
      </span>
      <span dir="auto">
        <span className={styles.small}>{t("policies.exchange.there")}</span>
        {value(there)}
      </span>
    </li>
  );
}

function byArea(differences: readonly PolicyDifference[]): [PolicyArea, PolicyDifference[]][] {
  const found = new Map<PolicyArea, PolicyDifference[]>();
  for (const each of differences) found.set(each.area, [...(found.get(each.area) ?? []), each]);
  return [...found];
}

/** One change after another: each is looked at, saved, and then the next one is. */
function useAdopting(file: PolicyFile, onDone: () => void) {
  const { t } = useTranslation();
  const failed = useNotifyFailure();
  const [queue, setQueue] = useState<readonly ChangeRequest[]>([]);
  const { mutateAsync, isPending } = useMutation({
    mutationFn: (keys: string[]) => call("policies_adopt", { text: file.text, keys }),
  });
  const saving = useSaving(() => {
    if (queue.length <= 1) onDone();
    setQueue(queue.slice(1));
  });
  const { ask, planned } = saving;
  const [next] = queue;
  // The next one is looked at once the one before is saved.
  useEffect(() => {
    if (next) ask(next);
  }, [next, ask]);
  const begin = async (keys: string[]) => {
    try {
      const { changes } = await mutateAsync(keys);
      setQueue(changes);
    } catch (error) {
      failed(error, t("policies.exchange.failed"));
    }
  };
  return {
    saving,
    busy: isPending,
    left: planned.state === "none" ? 0 : queue.length,
    begin: (keys: string[]) => void begin(keys),
  };
}
