/** An area that is made of values of the tenant's group settings: its answer, its fields, the way to save. */
import { useTranslation } from "react-i18next";
import type { ReactNode } from "react";

import { ErrorPanel } from "@/components/ErrorPanel";
import { EmptyState } from "@/components/EmptyState";
import type { PolicyArea, SettingsObject } from "@/ipc/bindings";
import { useGroupSettings, usePolicies, useRight } from "../context";
import { Locked } from "../Locked";
import { EditingFoot } from "../saving/EditingFoot";
import { Meanwhile } from "../saving/Meanwhile";
import { useSettingsDraft, type Editing } from "../saving/useSettingsDraft";
import { problemOf, typeOf } from "./types";

interface Props {
  area: Exclude<PolicyArea, "expiration" | "naming" | "templates" | "labels">;
  children: (object: SettingsObject, editing: Editing, locked: boolean) => ReactNode;
  /** Why it cannot be saved, beside what single values say. */
  blocked?: (editing: Editing) => string | null;
}

export function GroupSettingsArea(props: Props) {
  const { t } = useTranslation();
  const { settings } = usePolicies();
  const object = useGroupSettings();
  if (settings.state === "unknown") {
    return <ErrorPanel error={settings.error} title={t("policies.settingsUnread")} />;
  }
  if (!object) return <EmptyState title={t("policies.noTemplate")} />;
  return <Known {...props} object={object} />;
}

function Known({ area, object, children, blocked }: Props & { object: SettingsObject }) {
  const { t } = useTranslation();
  const right = useRight(area);
  const editing = useSettingsDraft(area, object);
  const wrong = object.values.some(
    (setting) =>
      editing.changed.includes(setting.name) &&
      problemOf(typeOf(setting), editing.value(setting.name)) !== null,
  );
  return (
    <>
      <Meanwhile differences={editing.differences} onSettle={editing.settle} />
      {children(object, editing, right.obstacle !== null)}
      <Locked area={area} />
      <EditingFoot
        editing={editing}
        title={t(`policies.confirm.${area}`)}
        blocked={wrong ? t("policies.problem.first") : (blocked?.(editing) ?? null)}
      />
    </>
  );
}
