/** What every area ends with that changes settings: what others changed, the bar to save, before and after. */
import { useTranslation } from "react-i18next";

import { BeforeAfter } from "./BeforeAfter";
import { SaveBar } from "./SaveBar";
import type { Editing } from "./useSettingsDraft";
import { nameWords } from "./values";

interface Props {
  editing: Editing;
  /** The question of the dialog. */
  title: string;
  /** Why it cannot be saved as it stands. */
  blocked?: string | null;
}

export function EditingFoot({ editing, title, blocked = null }: Props) {
  const { t } = useTranslation();
  const open = editing.differences.length > 0 ? t("policies.meanwhile.first") : null;
  return (
    <>
      <SaveBar
        names={editing.changed.map((name) => nameWords(t, name))}
        blocked={open ?? blocked}
        onDiscard={editing.discard}
        onSave={editing.ask}
      />
      <BeforeAfter saving={editing.saving} title={title} />
    </>
  );
}
