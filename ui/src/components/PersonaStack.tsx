/**
 * The owners of a group as overlapping circles. "Not read yet", "may not be read" and "none" look
 * different, because only the last one calls for a decision.
 */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import type { GroupPeople, OwnerSummary } from "@/ipc/bindings";
import { activeOwners, hueOf, initialsOf } from "@/lib/people";
import { HUES, hueStyle, tenure } from "@/theme/colors";
import { VisuallyHidden } from "./VisuallyHidden";

const SHOWN = 4;

const useStyles = makeStyles({
  stack: { display: "inline-flex", paddingLeft: "6px" },
  person: {
    display: "grid",
    placeItems: "center",
    width: "26px",
    height: "26px",
    marginLeft: "-6px",
    borderRadius: tokens.borderRadiusCircular,
    border: `2px solid ${tokens.colorNeutralBackground1}`,
    fontSize: "10px",
    lineHeight: 1,
    fontWeight: tokens.fontWeightSemibold,
    overflow: "hidden",
  },
  disabled: {
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground3,
    textDecorationLine: "line-through",
  },
  more: { backgroundColor: tokens.colorNeutralBackground3, color: tokens.colorNeutralForeground2 },
  none: {
    padding: "1px 8px",
    borderRadius: tokens.borderRadiusCircular,
    fontSize: tokens.fontSizeBase200,
    lineHeight: "1.25rem",
    fontWeight: tokens.fontWeightSemibold,
    color: tenure.tenureRed,
    backgroundColor: tenure.tenureRedSoft,
    outline: "1px solid transparent",
  },
  unread: {
    width: "52px",
    height: "12px",
    borderRadius: "6px",
    backgroundColor: tenure.tenureSkeleton,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** `undefined` is not read yet, `null` may not be read. */
type Props = { people: GroupPeople | null | undefined };

export function PersonaStack({ people }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  if (people === undefined) {
    return <span role="img" aria-label={t("groups.people.unread")} className={styles.unread} />;
  }
  if (people === null) {
    return (
      <span className={styles.quiet} title={t("groups.people.forbidden")}>
        –<VisuallyHidden>{t("groups.people.forbidden")}</VisuallyHidden>
      </span>
    );
  }
  if (activeOwners(people).length === 0) {
    return (
      <span className={styles.none} title={t("groups.people.noneHint")}>
        {t("groups.people.none")}
      </span>
    );
  }
  const names = people.owners.map((owner) =>
    owner.enabled === false
      ? t("groups.people.disabled", { name: owner.displayName })
      : owner.displayName,
  );
  const label = t("groups.people.owners", { count: names.length, names: names.join(", ") });
  const room = people.owners.length > SHOWN ? SHOWN - 1 : SHOWN;
  return (
    <span role="img" aria-label={label} title={label} className={styles.stack}>
      {people.owners.slice(0, room).map((owner) => (
        <Circle key={owner.id} owner={owner} />
      ))}
      {people.owners.length > room && (
        <span className={mergeClasses(styles.person, styles.more)}>
          +{people.owners.length - room}
        </span>
      )}
    </span>
  );
}

function Circle({ owner }: { owner: OwnerSummary }) {
  const styles = useStyles();
  const disabled = owner.enabled === false;
  return (
    <span
      className={mergeClasses(styles.person, disabled && styles.disabled)}
      style={disabled ? undefined : hueStyle(hueOf(owner.id, HUES))}
    >
      {initialsOf(owner.displayName)}
    </span>
  );
}
