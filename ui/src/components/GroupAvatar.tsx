/** A group's photo, or its initials on a rounded square; the name beside it says who it is. */
import { makeStyles, tokens } from "@fluentui/react-components";

import { hueOf, initialsOf } from "@/lib/people";
import { HUES, hueStyle } from "@/theme/colors";

const useStyles = makeStyles({
  avatar: {
    flex: "none",
    display: "grid",
    placeItems: "center",
    borderRadius: "6px",
    lineHeight: 1,
    fontWeight: tokens.fontWeightSemibold,
    overflow: "hidden",
    whiteSpace: "nowrap",
  },
  photo: { display: "block", width: "100%", height: "100%", objectFit: "cover" },
});

interface Props {
  group: { id: string; displayName: string };
  /** Its photo as a `data:` address, where there is one. */
  photo?: string | null;
  size?: number;
}

export function GroupAvatar({ group, photo, size = 28 }: Props) {
  const styles = useStyles();
  return (
    <span
      aria-hidden
      className={styles.avatar}
      style={{
        ...hueStyle(hueOf(group.id, HUES)),
        width: size,
        height: size,
        fontSize: Math.round(size * 0.39),
      }}
    >
      {photo ? <img className={styles.photo} src={photo} alt="" /> : initialsOf(group.displayName)}
    </span>
  );
}
