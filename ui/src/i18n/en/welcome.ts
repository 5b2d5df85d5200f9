/** Words of the Welcome screen. */
export const welcome = {
  title: "Keep your groups alive",
};
