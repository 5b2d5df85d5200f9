/** Adds people: found by name, pasted as addresses, or from a file. A list is checked before anything is written. */
import { useTranslation } from "react-i18next";

import { useOpenGroup } from "../openGroup";
import { SideDrawer } from "../SideDrawer";
import { AddFooter } from "./AddFooter";
import { FindPeople } from "./FindPeople";
import { Preview } from "./Preview";

export function AddDrawer() {
  const { t } = useTranslation();
  const { adding, closeSide } = useOpenGroup();
  const { checked } = adding;
  const title = checked?.fileName ? t("group.add.fromFile") : t("group.add.title");
  return (
    <SideDrawer title={title} onClose={closeSide} footer={<AddFooter />}>
      {checked ? <Preview checked={checked} /> : <FindPeople />}
    </SideDrawer>
  );
}
