/** What stands at the right of the group's column, beside what it speaks about. */
import { AddDrawer } from "./add/AddDrawer";
import { CompareDrawer } from "./compare/CompareDrawer";
import { useOpenGroup } from "./openGroup";

export function GroupSide() {
  const { side } = useOpenGroup();
  if (side?.kind === "add") return <AddDrawer />;
  if (side?.kind === "compare") return <CompareDrawer copy={side.copy} />;
  return null;
}
