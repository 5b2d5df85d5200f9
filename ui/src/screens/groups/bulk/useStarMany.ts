/** Marks or unmarks many favorites: a few at once, with one notice at the end and one way back. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";

import { useNotify, useNotifyFailure } from "@/components/notify";
import type { Favorite, GroupSummary } from "@/ipc/bindings";
import { favoriteMutation } from "@/ipc/mutations";
import { formatNumber } from "@/lib/dates";

const AT_ONCE = 4;

interface Outcome {
  done: GroupSummary[];
  certain: boolean;
  error: unknown;
}

type Mark = (of: { group: GroupSummary; marked: boolean }) => Promise<Favorite>;

export function useStarMany(): (groups: readonly GroupSummary[], marked: boolean) => Promise<void> {
  const { t } = useTranslation();
  const notify = useNotify();
  const failed = useNotifyFailure();
  const { mutateAsync } = useMutation(favoriteMutation(useQueryClient()));
  return useCallback(
    async (groups, marked) => {
      const run = async (some: readonly GroupSummary[], to: boolean, back: boolean) => {
        const { done, certain, error } = await markAll(mutateAsync, some, to);
        if (error !== null) failed(error, t("groups.bulk.starFailed"));
        if (done.length === 0) return;
        const shown = formatNumber(done.length);
        notify({
          intent: certain ? "confirmed" : "local",
          title: t(to ? "groups.bulk.starred" : "groups.bulk.unstarred", {
            count: done.length,
            shown,
          }),
          body: certain ? undefined : t("groups.star.local"),
          action: back
            ? { label: t("common.undo"), run: () => void run(done, !to, false) }
            : undefined,
        });
      };
      const changing = groups.filter(({ favorite }) => favorite.marked !== marked);
      await run(changing, marked, true);
    },
    [failed, mutateAsync, notify, t],
  );
}

/** Stops at the first refusal: what one may not do once, one may not do a hundred times. */
async function markAll(
  mark: Mark,
  groups: readonly GroupSummary[],
  marked: boolean,
): Promise<Outcome> {
  const waiting = [...groups];
  const outcome: Outcome = { done: [], certain: true, error: null };
  const work = async () => {
    for (let group = waiting.shift(); group; group = waiting.shift()) {
      try {
        const favorite = await mark({ group, marked });
        outcome.done.push(group);
        outcome.certain &&= favorite.certainty === "confirmed";
      } catch (error) {
        outcome.error = error;
        waiting.length = 0;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return outcome;
}
