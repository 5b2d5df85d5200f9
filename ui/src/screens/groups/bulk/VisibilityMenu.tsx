/** Makes the selected groups public or private, each with what it means. */
import {
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from "@fluentui/react-components";
import { EyeRegular, GlobeRegular, LockClosedRegular } from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";

import { useFoldedStyles } from "./folded";

interface Props {
  disabled: boolean;
  onChoose: (visibility: "public" | "private") => void;
}

export function VisibilityMenu({ disabled, onChoose }: Props) {
  const fold = useFoldedStyles();
  const { t } = useTranslation();
  return (
    <Menu positioning="above-start">
      <MenuTrigger disableButtonEnhancement>
        <MenuButton className={fold.button} icon={<EyeRegular />} disabledFocusable={disabled}>
          <span className={fold.word}>{t("groups.bulk.visibility")}</span>
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem
            icon={<GlobeRegular />}
            subText={t("groups.visibilityHint.public")}
            onClick={() => onChoose("public")}
          >
            {t("groups.visibility.public")}
          </MenuItem>
          <MenuItem
            icon={<LockClosedRegular />}
            subText={t("groups.visibilityHint.private")}
            onClick={() => onChoose("private")}
          >
            {t("groups.visibility.private")}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
