/** Words of the guided tour of the practice tenant. */
export const tour = {
  label: "Guided tour",
  offer: "New here? Take the tour",
  start: "Take the tour",
  resume: "Go on with the tour",
  again: "Take the tour again",
  leave: "Leave the tour",
  finish: "Done",
  there: "Take me there",
  done: "done",
  step: {
    renew: {
      title: "Renew a group",
      text: "The red bar ends soonest. Look at what is known of the group at the right, then press R, or the Renew button.",
    },
    star: {
      title: "Mark a favorite",
      text: "The next one is selected. Press F, or the star beside its name, so that it stands on Home and can be filtered.",
    },
    restore: {
      title: "Bring a group back",
      text: "Deleted groups stand at the top with the days that are left. Select one and press B, or the Restore button.",
      none: "Nothing is deleted yet. Move the practice clock on until a group that nobody renewed is gone.",
      forward: "Forward a week",
    },
    end: {
      title: "That is all it takes",
      text: "J and K move, R renews, T puts off, L lets go, A asks the others, ? lists all keys. Nothing here is real, so try them.",
    },
  },
};
