/** Words of the Renewals screen. */
export const renewals = {
  title: "Renewals",
};
