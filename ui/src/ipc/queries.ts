/**
 * Everything that is read, as query options; shared by the features, so that one answer serves all.
 * What a change makes stale is in `tags.ts`; what changes something is in `mutations.ts`.
 */
import { keepPreviousData, queryOptions, skipToken } from "@tanstack/react-query";

import type { SignInRequest } from "./bindings";
import { call } from "./call";

export const keys = {
  start: ["app_started"],
  groups: ["groups_list"],
  search: ["groups_search"],
  accounts: ["accounts_list"],
  permissions: ["permissions_list"],
  settings: ["settings_get"],
  storage: ["storage_get"],
  practice: ["practice_get"],
  /** Not a command: how many groups the running refresh has read, as events tell it. */
  progress: ["refresh_progress"],
} as const satisfies Record<string, readonly string[]>;

export const startQuery = () =>
  queryOptions({ queryKey: keys.start, queryFn: () => call("app_started", null) });

export const groupsQuery = () =>
  queryOptions({ queryKey: keys.groups, queryFn: () => call("groups_list", null) });

export const searchQuery = (text: string) =>
  queryOptions({
    queryKey: [...keys.search, text],
    queryFn: () => call("groups_search", { text }),
    enabled: text.length >= 2,
    placeholderData: keepPreviousData,
  });

export const accountsQuery = () =>
  queryOptions({ queryKey: keys.accounts, queryFn: () => call("accounts_list", null) });

export const permissionsQuery = (form: SignInRequest | null) =>
  queryOptions({
    queryKey: [...keys.permissions, form],
    queryFn: () => call("permissions_list", { form }),
    placeholderData: keepPreviousData,
  });

export const settingsQuery = () =>
  queryOptions({ queryKey: keys.settings, queryFn: () => call("settings_get", null) });

export const storageQuery = () =>
  queryOptions({ queryKey: keys.storage, queryFn: () => call("storage_get", null) });

export const practiceQuery = (enabled: boolean) =>
  queryOptions({ queryKey: keys.practice, queryFn: () => call("practice_get", null), enabled });

export const refreshProgressQuery = () =>
  queryOptions<number | null>({
    queryKey: keys.progress,
    queryFn: skipToken,
    initialData: null,
  });
