/** Words of the Settings screen. */
export const settings = {
  title: "Settings",
  subtitle: "They hold for this computer.",
  notSet: "This was not set",
  appearance: {
    title: "Appearance",
    theme: "Colours",
    themes: {
      system: "As the system",
      light: "Light",
      dark: "Dark",
      highContrast: "High contrast",
    },
    density: "Rows",
    densities: { comfortable: "Comfortable", compact: "Compact" },
  },
  accounts: {
    title: "Accounts",
    current: "Shown now",
    needsSignIn: "Has to sign in again",
    show: "Show",
    showNamed: "Show {{name}} in {{tenant}}",
    signIn: "Sign in again",
    signOut: "Sign out",
    signOutNamed: "Sign out {{name}} from {{tenant}}",
    signOutTitle: "Sign {{name}} out of {{tenant}}?",
    signOutText:
      "Tenure forgets the sign-in and what it knows of this account’s groups. The groups stay as they are.",
    signOutBrowser: "Also sign out in the browser, on this computer",
    add: "Add an account",
    clouds: {
      global: "Worldwide",
      usGovL4: "US Government (GCC High)",
      usGovL5: "US Government (DoD)",
      china: "China (21Vianet)",
      custom: "Other addresses",
      practice: "On this computer",
    },
  },
  permissions: {
    title: "Permissions",
    canManage: "You can see your groups and change them.",
    readOnly:
      "You can see your groups. To renew them and mark favorites, one more permission is needed.",
    request: {
      manage: "Ask for the permission to change groups",
      policies: "Ask to read how long groups live",
      hidden: "Ask to see hidden members",
    },
    requesting: "Go on in your browser…",
    granted: {
      manage: "You can now change groups.",
      policies: "Tenure can now tell how long a renewed group lives.",
      hidden: "You can now see who is in your groups with hidden membership.",
    },
    failed: "The permission was not granted",
  },
  protection: {
    title: "How your sign-in is kept",
    label: "Where the key is",
    options: {
      keychain: "In the system’s keychain",
      memoryOnly: "Nowhere: only while Tenure runs",
      keyFile: "In a file that only you can read",
    },
    consequences: {
      keychain: "You stay signed in. The key is as safe as your login on this computer.",
      memoryOnly: "You sign in each time you start Tenure. Nothing is left on this computer.",
      keyFile:
        "You stay signed in. Whoever can read your files on this computer can use your sign-in.",
    },
    keychain: {
      available: "The keychain is there and open.",
      locked: "The keychain is locked. Unlock it, and the choice is in force.",
      absent: "This computer has no keychain that Tenure can use.",
    },
    otherInForce: "In force now: {{mode}}.",
  },
  storage: {
    title: "What is kept here",
    folder: "Folder",
    copyFolder: "Copy",
    cache: "Last known state of your groups",
    logs: "Logs (no secrets, no names of groups)",
    setAside_one: "{{count}} file was found damaged and set aside:",
    setAside_other: "{{count}} files were found damaged and set aside:",
    clear: "Remove everything…",
    clearTitle: "Remove everything that is kept here?",
    clearText:
      "All accounts are signed out, and {{size}} of last known state, settings and logs are removed from this computer. Your groups themselves stay as they are.",
    clearConfirm: "Remove everything",
    clearFailed: "Not everything was removed",
    cleared: "Everything that was kept here is removed.",
  },
  practice: {
    title: "Practice tenant",
    text: "Its clock, how it behaves, and starting it anew.",
  },
  about: {
    title: "About",
    version: "Tenure {{version}}",
    text: "Licensed under MIT or Apache-2.0. Tenure sends nothing to anybody but the cloud that you sign in to.",
    keys: "Show the keys",
  },
};
