/** Words about permissions: what each is for, and who approves it. */
export const permissions = {
  title: "What Tenure asks for, and why",
  intro:
    "Tenure acts as you: it sees and changes no more than you may. An administrator approves what is marked, once for the tenant.",
  administrator: "An administrator approves",
  granted: "Granted",
  missing: "Not granted",
  why: {
    "User.Read": "Your name and picture, and that it is you.",
    "User.ReadBasic.All": "The names of owners and members.",
    "GroupMember.Read.All": "Your groups, with their owners, members and expiry.",
    "Directory.Read.All":
      "The tenant's policies: how long a group lives before it expires, and what it may be called.",
    "Group.ReadWrite.All": "Renewing groups and marking favorites.",
    "Member.Read.Hidden": "The members of your groups with hidden membership.",
    "Files.Read.All": "When a file of a group was last changed, as evidence before you renew it.",
    "Notes.Read.All": "When a group's notebook was last changed, as evidence before you renew it.",
    "Directory.ReadWrite.All":
      "Changing the tenant's policies, where you hold a role that may: how long groups live, what they are called.",
    other: "Needed by a part of Tenure that you use.",
  },
  linkMissing:
    "The link for an administrator can be made once tenant and application ID are filled in.",
  copyLink: "Copy the request for an administrator",
  openLink: "Open the approval page",
  role: {
    globalAdministrator: "Global Administrator",
    groupsAdministrator: "Groups Administrator",
    userAdministrator: "User Administrator",
  },
  /** Why a policy cannot be changed. */
  locked: {
    role: "Who can change it: {{roles}}.",
    permission: "To change it Tenure needs {{permissions}}, and you one of these roles: {{roles}}.",
    ask: "Ask for the permission",
  },
};
