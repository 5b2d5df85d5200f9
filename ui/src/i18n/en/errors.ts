/**
 * What each error means to the person: what happened, what was not changed, what to do. `action` is
 * said first where a change was asked for.
 */
export const errors = {
  unchanged: "Nothing was changed.",
  broken: {
    title: "This part of the window stopped working",
    text: "What you decided so far is kept. Open it again; if it happens once more, send the details to the help desk.",
    again: "Open it again",
  },
  code: "Code",
  status: "Status",
  serviceCode: "Code of the service",
  requestId: "Request",
  reason: "What the service said",
  copyDetails: "Copy the details",
  by: {
    signInRequired: {
      title: "You have to sign in again",
      text: "The sign-in of this account is over.",
      todo: "Sign in, and go on where you were.",
    },
    signInCancelled: {
      title: "The sign-in was ended",
      text: "It was cancelled, here or in the browser.",
      todo: "Start again when you like.",
    },
    signInTimedOut: {
      title: "The sign-in took too long",
      text: "Nobody finished it in the browser within the time allowed.",
      todo: "Start again.",
    },
    consentDeclined: {
      title: "The permissions were declined",
      text: "Without them Tenure cannot read your groups.",
      todo: "Start again and accept them, or ask an administrator to approve them.",
    },
    adminConsentRequired: {
      title: "An administrator has to approve this first",
      text: "Your tenant lets only administrators approve {{permissions}}.",
      todo: "Send the link to one. It needs doing once.",
    },
    permissionMissing: {
      title: "A permission is missing",
      text: "This needs {{permissions}}.",
      todo: "Ask for it in Settings, under Permissions.",
    },
    tenantUnknown: {
      title: "There is no tenant “{{tenant}}”",
      text: "The sign-in service of this cloud does not know it.",
      todo: "Check the name. A domain such as contoso.com, or the tenant’s ID, will do.",
    },
    clientUnknown: {
      title: "The application ID is not known in this tenant",
      text: "No registration {{clientId}} was found there.",
      todo: "Compare it with the one in the Microsoft Entra admin center.",
    },
    registrationWrong: {
      title: "The registration does not allow this sign-in",
      text: "It lacks the redirect address http://localhost or the setting “Allow public client flows”.",
      todo: "Ask whoever keeps the registration to add them under Authentication.",
    },
    accountNotAllowed: {
      title: "This account may not sign in here",
      text: "The tenant or the registration does not admit it.",
      todo: "Use another account, or ask your administrator.",
    },
    wrongCloud: {
      title: "The account lives in another cloud",
      text: "The one that was chosen does not know it.",
      todo: "Choose its cloud and sign in again.",
    },
    interactionRequired: {
      title: "Your tenant wants you to confirm who you are",
      text: "A rule of the tenant asks for one more step in the browser.",
      todo: "Sign in again.",
    },
    signInFailed: {
      title: "The sign-in did not work",
      text: "The sign-in service refused it.",
      todo: "Try again. If it stays so, send the details to the help desk.",
    },
    clockWrong: {
      title: "This computer’s clock is wrong",
      text: "It is {{skew}} off, so the sign-in cannot be trusted.",
      todo: "Set the time and try again.",
    },
    notAllowed: {
      title: "You may not do this",
      text: "The service does not let your account do it.",
      todo: "An owner of the group or an administrator can.",
    },
    notFound: {
      title: "It is no longer there",
      text: "The service does not know it any more. It may have been deleted.",
      todo: "Refresh to see what is there now.",
    },
    conflict: {
      title: "Somebody else changed it meanwhile",
      text: "What you saw was no longer current.",
      todo: "Look at it again and decide anew.",
    },
    changedMeanwhile: {
      title: "Somebody else changed it meanwhile",
      text: "Nothing was written. What you saw and what is there now stand side by side.",
      todo: "Compare both and decide anew.",
    },
    refused: {
      title: "The service refused the change",
      text: "It gave the reason that stands in the details.",
      todo: "Correct what it names and try again.",
    },
    throttled: {
      title: "The service asked to wait",
      text: "Too much was asked of it at once.",
      todo: "Try again in {{wait}}.",
    },
    offline: {
      title: "No connection",
      text: "The service could not be reached.",
      todo: "Try again once there is a connection. The list is read again by itself.",
    },
    serviceUnavailable: {
      title: "The service does not answer properly",
      text: "Microsoft 365 has trouble at the moment.",
      todo: "Try again in a few minutes.",
    },
    unexpectedAnswer: {
      title: "The service answered something that Tenure does not understand",
      text: "The answer was set aside.",
      todo: "Try again. If it stays so, send the details to the help desk.",
    },
    outcomeUnknown: {
      title: "It is not known whether the change arrived",
      text: "It was sent, and no answer came.",
      todo: "Refresh to see what the service has.",
    },
    planGone: {
      title: "This plan is no longer kept",
      text: "Plans are forgotten when Tenure is closed.",
      todo: "Make it again.",
    },
    nothingToDo: {
      title: "Nothing is left to be done",
      text: "{{reasons}}",
      todo: "",
    },
    notInThisCloud: {
      title: "This cloud does not offer that",
      text: "Microsoft provides it in other clouds only.",
      todo: "Use the portal of your cloud.",
    },
    invalidInput: {
      title: "Something that was entered is not valid",
      text: "It was not sent.",
      todo: "Correct it and try again.",
    },
    storageDamaged: {
      title: "A file on this computer was damaged",
      text: "“{{file}}” was set aside, and Tenure began a new one.",
      todo: "What it held is read again from the service, or you sign in again.",
    },
    storageNotWritable: {
      title: "Tenure cannot write to its folder",
      text: "The disk is full, or the folder is not writable.",
      todo: "Make room or change the folder’s rights, then try again.",
    },
    keychainLocked: {
      title: "The keychain is locked",
      text: "Tenure cannot read the key that protects your sign-in.",
      todo: "Unlock it and try again.",
    },
    keychainAbsent: {
      title: "This computer has no keychain",
      text: "There is no safe place for the key that protects your sign-in.",
      todo: "Choose in Settings how the sign-in is kept.",
    },
    practiceUnavailable: {
      title: "The practice tenant did not start",
      text: "It could not listen on this computer.",
      todo: "Try again. If it stays so, start Tenure anew.",
    },
    tooLarge: {
      title: "That is too large",
      text: "The service takes less than this at once. Nothing was sent.",
      todo: "Send less, or share it as a link.",
    },
    threadLocked: {
      title: "This thread is locked",
      text: "It takes no more replies. Nothing was sent, and what you wrote is kept.",
      todo: "Unlock the thread, or start a new conversation.",
    },
    mailboxAbsent: {
      title: "This group has no mailbox yet",
      text: "It is still being made, or the group works without one. Nothing was changed.",
      todo: "Try again in a few minutes.",
    },
    internal: {
      title: "Tenure made a mistake",
      text: "This should not happen.",
      todo: "Try again. If it stays so, send the details to the help desk.",
    },
  },
};
