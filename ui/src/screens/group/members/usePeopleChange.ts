/**
 * Adds and removes people of the open group at once, with *Undo* in the toast. What is under way or was
 * sent is kept beside the list, until the list read again shows it.
 */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { useChange, type ChangeOutcome } from "@/components/jobs/useChange";
import type { ChangeRequest, GroupMember, Person, PersonRef, Role } from "@/ipc/bindings";
import { call } from "@/ipc/call";
import { membersQuery } from "@/ipc/queries";
import { useOpenGroup } from "../openGroup";
import type { PeopleAction, Pending } from "./pending";
import { setPending, usePending } from "./usePending";

export interface PeopleChange {
  add: (people: readonly Person[], role: Role) => Promise<ChangeOutcome>;
  remove: (member: GroupMember, role: Role) => Promise<ChangeOutcome>;
  /** Whether something about somebody was asked for and is not answered yet. */
  isChanging: (personId: string) => boolean;
}

const actions: Record<"add" | "remove", Record<Role, PeopleAction[]>> = {
  add: {
    member: ["addMember"],
    owner: ["addOwner"],
    ownerAndMember: ["addOwner", "addMember"],
  },
  remove: {
    member: ["removeMember"],
    owner: ["removeOwner"],
    ownerAndMember: ["removeOwner", "removeMember"],
  },
};

export const refOf = ({ id, displayName }: PersonRef): PersonRef => ({ id, displayName });

export function usePeopleChange(): PeopleChange {
  const { t } = useTranslation();
  const { groupId } = useOpenGroup();
  const client = useQueryClient();
  const { change } = useChange();
  const { data: list } = useQuery(membersQuery(groupId));
  const pending = usePending(groupId, list);

  const run = async (
    people: readonly Person[],
    does: PeopleAction[],
    request: ChangeRequest,
    failed: string,
  ): Promise<ChangeOutcome> => {
    const mine: Pending[] = people.flatMap((person) =>
      does.map((action) => ({ person, action, accepted: null })),
    );
    const forget = () =>
      setPending(client, groupId, (all) => all.filter((each) => !isOf(mine, each)));
    setPending(client, groupId, (all) => [...all.filter((each) => !isOf(mine, each)), ...mine]);
    const outcome = await change(request, { failed, undone: forget });
    const accepted = acceptedOf(outcome);
    setPending(client, groupId, (all) => [
      ...all.filter((each) => !isOf(mine, each)),
      ...mine.flatMap((each) => {
        const at = accepted.get(`${each.person.id} ${each.action}`);
        return at ? [{ ...each, accepted: at }] : [];
      }),
    ]);
    // The list that is read again confirms it; without a connection it stays as sent.
    call("members_refresh", { groupId }).catch(() => undefined);
    return outcome;
  };

  return {
    isChanging: (id) =>
      pending.some(({ person, accepted }) => person.id === id && accepted === null),
    add: (people, role) =>
      run(
        people,
        actions.add[role],
        { kind: "addPeople", groupIds: [groupId], people: people.map(refOf), role },
        t("group.notAdded", { count: people.length, name: people[0]?.displayName }),
      ),
    remove: ({ person }, role) =>
      run(
        [person],
        actions.remove[role],
        { kind: "removePeople", groupIds: [groupId], people: [refOf(person)], role },
        t("group.notRemoved", { name: person.displayName }),
      ),
  };
}

const isOf = (mine: readonly Pending[], { person, action }: Pending): boolean =>
  mine.some((each) => each.person.id === person.id && each.action === action);

/** When the service accepted what, by person and action. */
function acceptedOf({ result }: ChangeOutcome): Map<string, string> {
  const done = (result?.items ?? []).filter(({ state }) => state === "done");
  return new Map(done.map(({ person, action, at }) => [`${person?.id} ${action}`, at]));
}
