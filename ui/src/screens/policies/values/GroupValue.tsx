/** The group whose members may create groups: found by name, kept by its id. */
import { Button, Combobox, Field, makeStyles, Option, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";
import { useTranslation } from "react-i18next";

import type { NamedGroup } from "@/ipc/bindings";
import { policyGroupsQuery } from "@/ipc/queries";
import { useSettled } from "@/lib/useSettled";
import { usePolicies } from "../context";

const useStyles = makeStyles({
  line: { display: "flex", gap: "8px", minWidth: 0 },
  box: { flex: 1, minWidth: 0 },
  list: { maxHeight: "20rem" },
  kind: {
    marginLeft: "8px",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
});

const PAUSE_MS = 250;

interface Props {
  label: string;
  hint: ReactElement;
  locked: boolean;
  /** The group's id; empty for none. */
  value: string;
  onValue: (value: string) => void;
}

export function GroupValue({ label, hint, locked, value, onValue }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [text, setText] = useState<string | null>(null);
  const [picked, setPicked] = useState<NamedGroup | null>(null);
  const wanted = useSettled((text ?? "").trim(), PAUSE_MS);
  const { data } = useQuery({ ...policyGroupsQuery(wanted), enabled: text !== null && !locked });
  const name = useName(value, picked);
  const found = data?.groups ?? [];
  return (
    <Field label={label} hint={hint}>
      <div className={styles.line}>
        <Combobox
          className={styles.box}
          listbox={{ className: styles.list }}
          disabled={locked}
          placeholder={t("policies.creators.placeholder")}
          value={text ?? name}
          selectedOptions={value === "" ? [] : [value]}
          onChange={(event) => setText(event.target.value)}
          onOpenChange={(_, { open }) => open && text === null && setText("")}
          onBlur={() => setText(null)}
          onOptionSelect={(_, { optionValue }) => {
            const group = found.find(({ id }) => id === optionValue);
            if (!group) return;
            setPicked(group);
            setText(null);
            onValue(group.id);
          }}
        >
          {found.map((group) => (
            <Option key={group.id} value={group.id} text={group.displayName}>
              <span>
                <bdi>{group.displayName}</bdi>
                <span className={styles.kind}>
                  {t(group.security ? "policies.creators.security" : "policies.creators.m365")}
                </span>
              </span>
            </Option>
          ))}
          {found.length === 0 && (
            <Option disabled value="" text="">
              {t("policies.creators.none")}
            </Option>
          )}
        </Combobox>
        {value !== "" && !locked && (
          <Button
            icon={<DismissRegular />}
            aria-label={t("policies.creators.clear")}
            onClick={() => onValue("")}
          />
        )}
      </div>
    </Field>
  );
}

/** Its name, as far as it is known; else its id. */
function useName(id: string, picked: NamedGroup | null): string {
  const { settings } = usePolicies();
  const saved = settings.state === "known" ? settings.creators : null;
  return [picked, saved].find((group) => group?.id === id)?.displayName ?? id;
}
