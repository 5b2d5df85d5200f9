/** The policies as a file: saved, or compared with those of another tenant or of an earlier day. */
import {
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from "@fluentui/react-components";
import { ArrowDownloadRegular, ArrowSwapRegular } from "@fluentui/react-icons";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { useExport } from "@/components/jobs/useExport";
import { TextFileInput } from "../TextFileInput";
import { CompareDrawer } from "./CompareDrawer";

export interface PolicyFile {
  name: string;
  text: string;
}

export function ExchangeMenu() {
  const { t } = useTranslation();
  const save = useExport();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<PolicyFile | null>(null);
  return (
    <>
      <TextFileInput
        input={input}
        label={t("policies.exchange.compare")}
        accept=".json,application/json"
        onText={(text, name) => setFile({ name, text })}
      />
      <Menu positioning="below-end">
        <MenuTrigger disableButtonEnhancement>
          <MenuButton>{t("policies.exchange.button")}</MenuButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem
              icon={<ArrowDownloadRegular />}
              onClick={() => save({ content: { kind: "policies" }, format: "json" })}
            >
              {t("policies.exchange.save")}
            </MenuItem>
            <MenuItem icon={<ArrowSwapRegular />} onClick={() => input.current?.click()}>
              {t("policies.exchange.compare")}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {file && <CompareDrawer file={file} onClose={() => setFile(null)} />}
    </>
  );
}
