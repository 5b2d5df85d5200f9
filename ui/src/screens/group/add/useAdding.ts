/**
 * What somebody is about to add: people that were picked, text that was pasted, a list that was checked.
 * It lives as long as the screen of the group, so that closing the drawer loses nothing.
 */
import { useMutation } from "@tanstack/react-query";
import { useCallback, useMemo, useRef, useState } from "react";

import { usePlan, type Planning } from "@/components/jobs/usePlan";
import type { LineChoice, PeopleChecked, Person, Role } from "@/ipc/bindings";
import { checkPeopleMutation } from "@/ipc/mutations";
import { readFile, readText, type PeopleList, type Unreadable } from "./reading";

export interface Adding {
  role: Role;
  setRole: (role: Role) => void;
  picked: readonly Person[];
  pick: (people: readonly Person[]) => void;
  text: string;
  setText: (text: string) => void;
  /** Why what was given is no list of people; with the file's name. */
  unreadable: { why: Unreadable; fileName: string | null } | null;
  checkText: (text: string) => void;
  checkFile: (file: File) => void;
  checking: boolean;
  /** Why checking failed. */
  failure: unknown;
  checkAgain: () => void;
  checked: PeopleChecked | null;
  choices: ReadonlyMap<number, string>;
  /** Says who is meant on an unclear line; `null` for nobody. */
  choose: (line: number, personId: string | null) => void;
  /** Back from the preview; nothing that was typed is lost. */
  leavePreview: () => void;
  /** What accepting would do; made anew whenever something is chosen. */
  planning: Planning;
  /** Forgets everything, once it was handed over. */
  clear: () => void;
}

const NONE: ReadonlyMap<number, string> = new Map();

export function useAdding(groupId: string): Adding {
  const [role, setRoleState] = useState<Role>("member");
  const [picked, setPicked] = useState<readonly Person[]>([]);
  const [text, setText] = useState("");
  const [unreadable, setUnreadable] = useState<Adding["unreadable"]>(null);
  const [checked, setChecked] = useState<PeopleChecked | null>(null);
  const [choices, setChoices] = useState(NONE);
  const list = useRef<PeopleList | null>(null);
  const planning = usePlan();
  const { make, close } = planning;
  const { mutateAsync, reset, isPending, error } = useMutation(checkPeopleMutation());

  const planChecked = useCallback(
    (checkId: string, chosen: ReadonlyMap<number, string>) =>
      void make({ kind: "addChecked", checkId, choices: choicesOf(chosen) }),
    [make],
  );

  const check = useCallback(
    async (what: PeopleList, as: Role) => {
      list.current = what;
      setUnreadable(null);
      close();
      const answer = await mutateAsync({ groupId, role: as, ...what }).catch(() => null);
      // Whoever went back or gave another list meanwhile does not want this any more.
      if (!answer || list.current !== what) return;
      setChoices(NONE);
      setChecked(answer);
      planChecked(answer.checkId, NONE);
    },
    [close, groupId, mutateAsync, planChecked],
  );

  const take = useCallback(
    (read: PeopleList | Unreadable, fileName: string | null, as: Role) => {
      if (typeof read !== "string") return void check(read, as);
      list.current = null;
      reset();
      setUnreadable({ why: read, fileName });
    },
    [check, reset],
  );

  const planPicked = useCallback(
    (people: readonly Person[], as: Role) => {
      if (people.length === 0) return close();
      const refs = people.map(({ id, displayName }) => ({ id, displayName }));
      void make({ kind: "addPeople", groupIds: [groupId], people: refs, role: as });
    },
    [close, groupId, make],
  );

  const setRole = useCallback(
    (as: Role) => {
      setRoleState(as);
      if (as === role) return;
      if (checked && list.current) void check(list.current, as);
      else planPicked(picked, as);
    },
    [check, checked, picked, planPicked, role],
  );

  const leavePreview = useCallback(() => {
    list.current = null;
    reset();
    setUnreadable(null);
    setChecked(null);
    setChoices(NONE);
    planPicked(picked, role);
  }, [picked, planPicked, reset, role]);

  return useMemo(
    () => ({
      role,
      setRole,
      picked,
      pick: (people) => {
        setPicked(people);
        planPicked(people, role);
      },
      text,
      setText,
      unreadable,
      checkText: (given) => take(readText(given), null, role),
      checkFile: (file) => void readFile(file).then((read) => take(read, file.name, role)),
      checking: isPending,
      failure: error,
      checkAgain: () => list.current && void check(list.current, role),
      checked,
      choices,
      choose: (line, personId) => {
        const next = new Map(choices);
        if (personId) next.set(line, personId);
        else next.delete(line);
        setChoices(next);
        if (checked) planChecked(checked.checkId, next);
      },
      leavePreview,
      planning,
      clear: () => {
        list.current = null;
        reset();
        setPicked([]);
        setText("");
        setUnreadable(null);
        setChecked(null);
        setChoices(NONE);
        close();
      },
    }),
    [
      role,
      setRole,
      picked,
      planPicked,
      text,
      unreadable,
      take,
      isPending,
      error,
      check,
      checked,
      choices,
      planChecked,
      leavePreview,
      planning,
      reset,
      close,
    ],
  );
}

const choicesOf = (choices: ReadonlyMap<number, string>): LineChoice[] =>
  [...choices].map(([line, personId]) => ({ line, personId }));
