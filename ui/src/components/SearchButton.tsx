/** Opens the command palette. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { SearchRegular } from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";

import { Key } from "./Key";
import { openPalette } from "@/shortcuts/palette";
import { keyNames } from "@/shortcuts/registry";

const useStyles = makeStyles({
  button: { minWidth: "232px", justifyContent: "flex-start", gap: "8px", paddingRight: "8px" },
  text: { flex: 1, textAlign: "left", fontWeight: tokens.fontWeightRegular },
});

export function SearchButton() {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <Button
      className={styles.button}
      icon={<SearchRegular />}
      onClick={openPalette}
      aria-keyshortcuts="Control+K"
    >
      <span className={styles.text}>{t("common.search")}</span>
      <Key>{keyNames("$mod+k").join(" ")}</Key>
    </Button>
  );
}
