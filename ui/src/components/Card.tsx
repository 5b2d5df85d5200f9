/** A white surface with a hairline border. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ComponentProps } from "react";

import { tenure } from "@/theme/colors";

const useStyles = makeStyles({
  card: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: "8px",
    boxShadow: tenure.tenureShadow,
  },
});

export function Card({ className, ...rest }: ComponentProps<"div">) {
  return <div {...rest} className={mergeClasses(useStyles().card, className)} />;
}
