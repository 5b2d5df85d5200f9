/** Words about people that several screens say: finding and picking them, and what they are in a group. */
export const people = {
  guest: "Guest",
  guestHint: "Somebody from outside the tenant",
  disabled: "Disabled",
  disabledHint: "The account is disabled: nobody can sign in with it.",
  you: "(you)",
  picker: {
    placeholder: "Type a name or an address",
    picked: "Picked",
    found: "People found",
    searching: "Searching",
    nobody: "Nobody was found for “{{text}}”.",
    nobodyOffline:
      "Nobody was found for “{{text}}” among the people seen before. The service could not be asked.",
    count_one: "{{count}} person found",
    count_other: "{{count}} people found",
    onlySeen: "Only people seen before: the service could not be asked.",
    failed: "Nobody was looked up",
    isMember: "Already a member",
    isOwner: "Already an owner",
    isOwnerOnly: "An owner, not a member",
    isMemberToo: "A member",
    notAPerson: "Cannot be in a group",
    remove: "Take {{name}} out again",
  },
};
