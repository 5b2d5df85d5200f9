/** Values before and after, one a row. Long ones are told by what differs between them. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import type { PropertyChange } from "@/ipc/bindings";
import { nameWords, valueWords } from "./values";

const useStyles = makeStyles({
  table: {
    width: "100%",
    borderCollapse: "collapse",
    tableLayout: "fixed",
    "& th, & td": {
      padding: "8px 12px 8px 0",
      textAlign: "left",
      verticalAlign: "top",
      overflowWrap: "anywhere",
      borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    },
    "& thead th": {
      paddingTop: 0,
      borderTop: "none",
      fontSize: tokens.fontSizeBase200,
      lineHeight: tokens.lineHeightBase200,
      color: tokens.colorNeutralForeground3,
      fontWeight: tokens.fontWeightRegular,
    },
    "& tbody th": { fontWeight: tokens.fontWeightRegular },
  },
  before: { color: tokens.colorNeutralForeground3 },
  after: { fontWeight: tokens.fontWeightSemibold },
});

export function Changes({ changes }: { changes: readonly PropertyChange[] }) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t("policies.column.what")}</th>
          <th scope="col">{t("policies.column.before")}</th>
          <th scope="col">{t("policies.column.after")}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ property, before, after }) => (
          <tr key={property}>
            <th scope="row">{nameWords(t, property)}</th>
            <td className={styles.before} dir="auto">
              {valueWords(t, property, before)}
            </td>
            <td className={styles.after} dir="auto">
              {valueWords(t, property, after)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
