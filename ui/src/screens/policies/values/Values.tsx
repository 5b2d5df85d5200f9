/** Fields for some values of settings, in the order in which they are named. */
import { makeStyles } from "@fluentui/react-components";

import type { SettingsObject } from "@/ipc/bindings";
import type { Editing } from "../saving/useSettingsDraft";
import { ValueField } from "./ValueField";

const useStyles = makeStyles({ list: { display: "grid", gap: "16px", maxWidth: "44rem" } });

interface Props {
  object: SettingsObject;
  names: readonly string[];
  editing: Editing;
  locked: boolean;
}

export function Values({ object, names, editing, locked }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.list}>
      {names.map((name) => {
        const setting = object.values.find((value) => value.name === name);
        return (
          setting && (
            <ValueField
              key={name}
              setting={setting}
              value={editing.value(name)}
              locked={locked}
              onValue={(value) => editing.set(name, value)}
            />
          )
        );
      })}
    </div>
  );
}
