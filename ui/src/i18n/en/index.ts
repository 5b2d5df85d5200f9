/** All English words, by the screen that says them. */
import { common } from "./common";
import { errors } from "./errors";
import { groups } from "./groups";
import { home } from "./home";
import { jobs } from "./jobs";
import { people } from "./people";
import { permissions } from "./permissions";
import { practice } from "./practice";
import { renewals } from "./renewals";
import { settings } from "./settings";
import { shell } from "./shell";
import { welcome } from "./welcome";

export const en = {
  common,
  errors,
  groups,
  home,
  jobs,
  people,
  permissions,
  practice,
  renewals,
  settings,
  shell,
  welcome,
};
