/** Somebody's photo, or their initials on a circle; the name beside it says who it is. */
import { makeStyles, tokens } from "@fluentui/react-components";

import type { PersonRef } from "@/ipc/bindings";
import { hueOf, initialsOf } from "@/lib/people";
import { HUES, hueStyle } from "@/theme/colors";
import { usePhoto } from "./usePhoto";

const useStyles = makeStyles({
  avatar: {
    flex: "none",
    display: "grid",
    placeItems: "center",
    borderRadius: tokens.borderRadiusCircular,
    overflow: "hidden",
    lineHeight: 1,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: "nowrap",
  },
  photo: { display: "block", width: "100%", height: "100%", objectFit: "cover" },
});

export function PersonAvatar({ person, size = 30 }: { person: PersonRef; size?: number }) {
  const styles = useStyles();
  const photo = usePhoto("people", person.id);
  return (
    <span
      aria-hidden
      className={styles.avatar}
      style={{
        ...hueStyle(hueOf(person.id, HUES)),
        width: size,
        height: size,
        fontSize: Math.round(size * 0.38),
      }}
    >
      {photo ? <img className={styles.photo} src={photo} alt="" /> : initialsOf(person.displayName)}
    </span>
  );
}
