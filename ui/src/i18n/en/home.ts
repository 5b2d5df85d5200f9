/** Words of the Home screen. */
export const home = {
  title: "Home",
};
