/** The one thing that mends an issue with a group's owners. */
import { Button, type ButtonProps } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import type { HealthIssue, MemberList } from "@/ipc/bindings";
import { membersQuery } from "@/ipc/queries";
import { isLastOwner } from "./members/standing";
import { usePeopleChange } from "./members/usePeopleChange";
import { useOpenGroup } from "./openGroup";

type Props = { issue: HealthIssue } & Pick<ButtonProps, "size" | "appearance">;

export function HealthVerb({ issue, ...button }: Props) {
  const { t } = useTranslation();
  const { groupId, details, addPeople } = useOpenGroup();
  const { data: members } = useQuery(membersQuery(groupId));
  const { add, remove, isChanging } = usePeopleChange();
  if (!details || details.peopleFixed) return null;
  const someone = "person" in issue ? find(members, issue.person.id) : undefined;
  const busy = someone !== undefined && isChanging(someone.person.id);
  if (issue.kind === "ownerNotMember" && someone) {
    return (
      <Button
        {...button}
        disabledFocusable={busy}
        onClick={() => void add([someone.person], "member")}
      >
        {t("group.act.addAsMember")}
      </Button>
    );
  }
  const mayGo = someone && members && !isLastOwner(someone, members.people);
  if ((issue.kind === "ownerDisabled" || issue.kind === "ownerGuest") && mayGo) {
    return (
      <Button {...button} disabledFocusable={busy} onClick={() => void remove(someone, "owner")}>
        {t("group.act.removeAsOwner")}
      </Button>
    );
  }
  return (
    <Button {...button} onClick={() => addPeople("ownerAndMember")}>
      {t("group.act.addOwner")}
    </Button>
  );
}

const find = (members: MemberList | undefined, id: string) =>
  members?.people.find(({ person }) => person.id === id);
