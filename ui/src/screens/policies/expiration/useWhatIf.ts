/** What the policy would come to as it stands in the form: reckoned once one has stopped typing. */
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";

import type { WhatIf, WhatIfRequest } from "@/ipc/bindings";
import { whatIfQuery } from "@/ipc/queries";
import { useSettled } from "@/lib/useSettled";
import { inputOf } from "./draft";
import type { Expiration } from "./useExpiration";

const PAUSE_MS = 250;

export interface WhatIfState {
  whatIf: WhatIf | undefined;
  /** Whether what is shown is of before the last change in the form. */
  old: boolean;
  error: Error | null;
  retry: () => void;
}

export function useWhatIf({ fields, valid, selecting }: Expiration): WhatIfState {
  const wanted = valid ? requestText(fields, selecting) : null;
  const settled = useSettled(wanted, PAUSE_MS);
  const request = useMemo(() => JSON.parse(settled ?? "null") as WhatIfRequest | null, [settled]);
  const { data, error, isPlaceholderData, refetch } = useQuery({
    ...whatIfQuery(request ?? NOTHING),
    enabled: request !== null,
  });
  return {
    whatIf: data,
    old: !valid || settled !== wanted || isPlaceholderData,
    error,
    retry: () => void refetch(),
  };
}

const NOTHING: WhatIfRequest = { expiration: null, select: [], unselect: [] };

/** As text, so that the same is known for the same. */
function requestText(fields: Expiration["fields"], { select, unselect }: Expiration["selecting"]) {
  const request: WhatIfRequest = {
    expiration: inputOf(fields),
    select: [...select],
    unselect: [...unselect],
  };
  return JSON.stringify(request);
}
