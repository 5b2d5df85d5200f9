/** Words for single values of the policies: what they are called, what they do, what is wrong with one. */
export const policyValues = {
  /** What a value does. What it is called is `jobs.property`, which the record says as well. */
  means: {
    lifetimeDays: "Days from a renewal to the expiry; at least 30.",
    notificationEmails: "Mail addresses, separated by semicolons.",
    EnableGroupCreation: "Off: only administrators, and the members of the group below.",
    GroupCreationAllowedGroupId:
      "The members of this group may create groups though not everybody may.",
    AllowToAddGuests: "Off: nobody can be added from outside, in any group.",
    AllowGuestsToAccessGroups: "Off: guests stay in the list of members and see nothing.",
    AllowGuestsToBeGroupOwner: "A guest who owns a group cannot renew it from here.",
    UsageGuidelinesUrl: "A web address, shown where people make a group.",
    GuestUsageGuidelinesUrl: "A web address, shown where people take in a guest.",
    ClassificationList: "Names, separated by commas.",
    ClassificationDescriptions: "Name:meaning, separated by commas; 300 characters at most.",
    DefaultClassification: "What a new group gets when nothing is chosen.",
    PrefixSuffixNamingRequirement:
      "What stands in front of names and behind them; 64 characters at most.",
    CustomBlockedWordsList: "Separated by commas; 5,000 at most.",
    EnableMSStandardBlockedWords: "No longer of use.",
    EnableMIPLabels: "On: labels take the place of classifications.",
    NewUnifiedGroupWritebackDefault:
      "To the directory on the company’s own servers, where there is one.",
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
