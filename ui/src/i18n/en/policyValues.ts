/** Words for single values of the policies: what they are called, what they do, what is wrong with one. */
export const policyValues = {
  value: {
    lifetimeDays: {
      name: "Lifetime",
      means: "Days from a renewal to the expiry; at least 30.",
    },
    managed: { name: "Which groups", means: "" },
    notificationEmails: {
      name: "Who is written to about groups without owners",
      means: "Mail addresses, separated by semicolons.",
    },
    EnableGroupCreation: {
      name: "Everybody may create groups",
      means: "Off: only administrators, and the members of the group below.",
    },
    GroupCreationAllowedGroupId: {
      name: "Who may all the same",
      means: "The members of this group may create groups though not everybody may.",
    },
    AllowToAddGuests: {
      name: "Guests can be added",
      means: "Off: nobody can be added from outside, in any group.",
    },
    AllowGuestsToAccessGroups: {
      name: "Guests can see what is in their groups",
      means: "Off: guests stay in the list of members and see nothing.",
    },
    AllowGuestsToBeGroupOwner: {
      name: "Guests can own groups",
      means: "A guest who owns a group cannot renew it from here.",
    },
    UsageGuidelinesUrl: {
      name: "Guidelines for groups",
      means: "A web address, shown where people make a group.",
    },
    GuestUsageGuidelinesUrl: {
      name: "Guidelines for guests",
      means: "A web address, shown where people take in a guest.",
    },
    ClassificationList: { name: "Classifications", means: "Names, separated by commas." },
    ClassificationDescriptions: {
      name: "What classifications mean",
      means: "Name:meaning, separated by commas; 300 characters at most.",
    },
    DefaultClassification: {
      name: "Usual classification",
      means: "What a new group gets when nothing is chosen.",
    },
    PrefixSuffixNamingRequirement: {
      name: "Naming rule",
      means: "What stands in front of names and behind them; 64 characters at most.",
    },
    CustomBlockedWordsList: {
      name: "Blocked words",
      means: "Separated by commas; 5,000 at most.",
    },
    EnableMSStandardBlockedWords: {
      name: "Microsoft’s own blocked words",
      means: "No longer of use.",
    },
    EnableMIPLabels: {
      name: "Groups can have sensitivity labels",
      means: "On: labels take the place of classifications.",
    },
    NewUnifiedGroupWritebackDefault: {
      name: "New groups are written back",
      means: "To the directory on the company’s own servers, where there is one.",
    },
  },
  problem: {
    first: "Something cannot be saved as it stands: see above.",
    number: "A whole number.",
    guid: "An id such as 62375ab9-6b52-47ed-826b-58e47e0e304b.",
    url: "A web address that begins with https://.",
    addresses_one: "This is no mail address: {{list}}",
    addresses_other: "These are no mail addresses: {{list}}",
  },
  finding: {
    groupNameMissing: "The group’s own name is missing.",
    groupNameTwice: "The group’s own name stands there more than once.",
    patternTooLong: "The rule has {{length}} characters; at most {{most}} can be kept.",
    noRoom:
      "The fixed text has {{length}} characters. A whole name has {{most}} at most: nothing is left for a name.",
    littleRoom_one: "For {{who}} only {{count}} character is left for a name.",
    littleRoom_other: "For {{who}} only {{count}} characters are left for a name.",
    unknownToken: "“{{token}}” is no attribute: it stays in every name as it is.",
    tooManyWords: "{{shown}} blocked words; at most {{most}} can be kept.",
    wordWithComma: "“{{word}}” has a comma, which parts words.",
    wordsTwice_one: "{{count}} word is there twice.",
    wordsTwice_other: "{{count}} words are there twice.",
    patternBlocked: "The rule itself has the blocked word “{{word}}”: no name would be accepted.",
  },
};
