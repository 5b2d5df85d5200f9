/** The screen of one group, at an address that names the group and the tab. */
import { useParams } from "react-router";

import { GroupScreen } from "./GroupScreen";
import { TABS, type Tab } from "./openGroup";

const isTab = (text: string | undefined): text is Tab => TABS.some((tab) => tab === text);

export default function Group() {
  const { groupId = "", tab } = useParams();
  return <GroupScreen key={groupId} groupId={groupId} tab={isTab(tab) ? tab : "overview"} />;
}
