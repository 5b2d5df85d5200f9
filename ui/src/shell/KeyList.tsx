/** The keys that work at the moment, by where they work. */
import {
  Button,
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";

import { Key } from "@/components/Key";
import { useReturnFocus } from "@/components/useReturnFocus";
import { closeOverlay } from "@/shortcuts/palette";
import { keyNames, useShortcuts, type Shortcut } from "@/shortcuts/registry";

const useStyles = makeStyles({
  columns: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(220px, 1fr))",
    gap: "24px",
  },
  heading: { margin: "0 0 8px", fontSize: tokens.fontSizeBase300, fontWeight: 600 },
  row: { display: "flex", justifyContent: "space-between", gap: "12px", padding: "4px 0" },
  keys: { display: "flex", gap: "4px" },
});

export default function KeyList() {
  const styles = useStyles();
  const { t } = useTranslation();
  const shortcuts = useShortcuts();
  useReturnFocus();
  const here = shortcuts.filter(({ where }) => where === "here");
  const everywhere = shortcuts.filter(({ where }) => where === "everywhere");
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && closeOverlay()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle
            action={
              <DialogTrigger action="close">
                <Button
                  appearance="subtle"
                  aria-label={t("common.close")}
                  icon={<DismissRegular />}
                />
              </DialogTrigger>
            }
          >
            {t("shell.keys.title")}
          </DialogTitle>
          <DialogContent>
            <div className={styles.columns}>
              {here.length > 0 && <Keys heading={t("shell.keys.here")} shortcuts={here} />}
              <Keys heading={t("shell.keys.everywhere")} shortcuts={everywhere} />
            </div>
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function Keys({ heading, shortcuts }: { heading: string; shortcuts: readonly Shortcut[] }) {
  const styles = useStyles();
  return (
    <section>
      <h3 className={styles.heading}>{heading}</h3>
      {shortcuts.map(({ keys, label }) => (
        <div key={keys + label} className={styles.row}>
          <span>{label}</span>
          <span className={styles.keys} aria-label={keyNames(keys).join(" ")} role="img">
            {keyNames(keys).map((name, index) => (
              <Key key={index}>{name}</Key>
            ))}
          </span>
        </div>
      ))}
    </section>
  );
}
