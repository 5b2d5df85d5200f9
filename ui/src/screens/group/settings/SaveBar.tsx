/** Saves or discards what was changed; it stands at the bottom as long as there is something to save. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { tenure } from "@/theme/colors";
import { FailureNote } from "../FailureNote";
import type { DraftOf } from "./useDraft";
import type { Saving } from "./useSaving";

const useStyles = makeStyles({
  bar: {
    position: "sticky",
    bottom: "12px",
    zIndex: 4,
    display: "grid",
    gap: "10px",
    padding: "12px 12px 12px 20px",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: "8px",
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tenure.tenureShadowFloat,
  },
  line: { display: "flex", alignItems: "center", flexWrap: "wrap", gap: "8px" },
  words: { flex: "1 1 14rem", minWidth: 0, overflowWrap: "anywhere" },
  count: { fontWeight: tokens.fontWeightSemibold },
  sent: { color: tokens.colorNeutralForeground2 },
});

export function SaveBar({ draft, saving }: { draft: DraftOf; saving: Saving }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { dirty, isSent } = draft;
  if (dirty.length === 0 && !saving.failure) {
    return isSent ? (
      <div role="status" className={styles.sent}>
        {t("group.settings.sent")}
      </div>
    ) : null;
  }
  const names = dirty.map((property) => t(`jobs.property.${property}`)).join(", ");
  const blocked = draft.meanwhile.some((each) => "mine" in each);
  return (
    <div className={styles.bar}>
      {saving.failure && <FailureNote failure={saving.failure} />}
      <div className={styles.line}>
        <div role="status" className={styles.words}>
          <span className={styles.count}>
            {t("group.settings.changes", { count: dirty.length })}
          </span>{" "}
          {t(blocked ? "group.settings.decideFirst" : "group.settings.changed", { names })}
        </div>
        <Button
          onClick={() => {
            saving.forget();
            draft.discard();
          }}
        >
          {t("group.settings.discard")}
        </Button>
        <Button
          appearance="primary"
          type="submit"
          disabled={draft.meanwhile.length > 0}
          disabledFocusable={saving.busy}
        >
          {t(saving.busy ? "group.settings.saving" : "group.settings.save")}
        </Button>
      </div>
    </div>
  );
}
