/** Where the event goes that is being moved by keyboard: it may lie where nothing of it is seen. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { FloatingBar } from "@/components/FloatingBar";
import { Key } from "@/components/Key";
import { keyNames } from "@/shortcuts/registry";
import { timeWords } from "./times";
import type { KeyMove } from "./useKeyMove";

const useStyles = makeStyles({
  when: { fontWeight: tokens.fontWeightSemibold },
  button: { display: "inline-flex", gap: "6px", alignItems: "center" },
});

export function MovingBar({ keyMove, zone }: { keyMove: KeyMove; zone: string }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { moving, commit, revert } = keyMove;
  if (!moving) return null;
  return (
    <FloatingBar label={t("calendar.movingHint")}>
      <span className={styles.when}>{timeWords(moving.to, zone)}</span>
      <Button appearance="primary" onClick={commit}>
        <span className={styles.button}>
          {t("calendar.moveHere")} <Key onBrand>{keyNames("Enter").join("")}</Key>
        </span>
      </Button>
      <Button onClick={() => void revert()}>
        <span className={styles.button}>
          {t("calendar.putBack")} <Key>{keyNames("Escape").join("")}</Key>
        </span>
      </Button>
    </FloatingBar>
  );
}
