/** Words of the Groups screen. */
export const groups = {
  title: "Groups",
};
