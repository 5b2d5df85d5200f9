/** Addresses and names that were pasted: each is looked up, those who are found are picked, the others are told. */
import { useQueryClient } from "@tanstack/react-query";
import { useLayoutEffect, useRef, useState } from "react";

import type { Person } from "@/ipc/bindings";
import { peopleFindQuery } from "@/ipc/queries";
import { fold } from "@/lib/folding";

const AT_ONCE = 4;

interface Pasted {
  paste: (text: string) => void;
  /** How many are still to be looked up. */
  looking: number;
  /** Who was not found. */
  unknown: readonly string[];
  forget: () => void;
}

export function usePastedPeople(
  picked: readonly Person[],
  onPicked: (people: readonly Person[]) => void,
): Pasted {
  const client = useQueryClient();
  const [looking, setLooking] = useState(0);
  const [unknown, setUnknown] = useState<readonly string[]>([]);
  const latest = useRef(picked);
  useLayoutEffect(() => {
    latest.current = picked;
  });
  const find = async (entry: string): Promise<Person | undefined> => {
    const answer = await client.fetchQuery(peopleFindQuery(entry, null)).catch(() => null);
    return meant(entry, answer?.people.map(({ person }) => person) ?? []);
  };
  const take = (entry: string, person: Person | undefined) => {
    if (!person) setUnknown((before) => [...new Set([...before, entry])]);
    else if (!latest.current.some(({ id }) => id === person.id)) {
      latest.current = [...latest.current, person];
      onPicked(latest.current);
    }
  };
  const paste = (text: string) => {
    const waiting = entriesOf(text);
    setUnknown([]);
    setLooking(waiting.length);
    const work = async () => {
      for (let entry = waiting.shift(); entry; entry = waiting.shift()) {
        take(entry, await find(entry));
        setLooking((left) => Math.max(0, left - 1));
      }
    };
    void Promise.all(Array.from({ length: AT_ONCE }, work));
  };
  return { paste, looking, unknown, forget: () => setUnknown([]) };
}

/** `Megan Bowen <megan@contoso.example>; a@contoso.example` and the like, each once. */
export function entriesOf(text: string): string[] {
  const entries = text.split(/[\r\n;,\t]+/).map((entry) => {
    const address = /<([^<>\s]+@[^<>\s]+)>/.exec(entry)?.[1];
    return (address ?? entry).trim().replace(/^["']|["']$/g, "");
  });
  return [...new Set(entries.filter(Boolean))];
}

/** The one that an entry means: by address, else the only one with that very name. */
export function meant(entry: string, found: readonly Person[]): Person | undefined {
  const people = found.filter(({ kind }) => kind === "member" || kind === "guest");
  const asked = fold(entry);
  const byAddress = people.find(({ address }) => address !== null && fold(address) === asked);
  if (byAddress) return byAddress;
  const named = people.filter(({ displayName }) => fold(displayName) === asked);
  return named.length === 1 ? named[0] : undefined;
}
