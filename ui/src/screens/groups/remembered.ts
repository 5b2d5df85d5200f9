/** Where one was on the Groups screen, for coming back from one group: as long as the window is open. */
import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";

import type { Scope } from "./GroupsHeader";

interface Place {
  scope: Scope;
  text: string;
  activeId: string | null;
  looking: boolean;
}

const BEGIN: Place = { scope: "mine", text: "", activeId: null, looking: false };
/** By account: another one begins with nothing of the one before. */
const places = new WeakMap<QueryClient, Map<string, Place>>();

export function usePlace(
  account: string,
  address: URLSearchParams,
): [Place, (change: Partial<Place>) => void] {
  const client = useQueryClient();
  const [place, setPlace] = useState(() => beginning(places.get(client)?.get(account), address));
  useEffect(() => {
    const all = places.get(client) ?? new Map<string, Place>();
    places.set(client, all.set(account, place));
  }, [client, account, place]);
  const go = useCallback(
    (change: Partial<Place>) => setPlace((before) => ({ ...before, ...change })),
    [],
  );
  return [place, go];
}

/** Who comes with an address comes for what it says. */
function beginning(before: Place | undefined, address: URLSearchParams): Place {
  const group = address.get("group");
  const text = address.get("q");
  if (group === null && text === null && address.get("filter") === null) return before ?? BEGIN;
  return { ...BEGIN, text: text ?? "", activeId: group, looking: group !== null };
}
