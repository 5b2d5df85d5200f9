/** All English words, by the screen that says them. */
import { across } from "./across";
import { activity } from "./activity";
import { common } from "./common";
import { decisions } from "./decisions";
import { deleted } from "./deleted";
import { errors } from "./errors";
import { evidence } from "./evidence";
import { group } from "./group";
import { groups } from "./groups";
import { home } from "./home";
import { jobs } from "./jobs";
import { newgroup } from "./newgroup";
import { people } from "./people";
import { permissions } from "./permissions";
import { practice } from "./practice";
import { renewals } from "./renewals";
import { settings } from "./settings";
import { shell } from "./shell";
import { tour } from "./tour";
import { welcome } from "./welcome";

export const en = {
  across,
  activity,
  common,
  decisions,
  deleted,
  errors,
  evidence,
  group,
  groups,
  home,
  jobs,
  newgroup,
  people,
  permissions,
  practice,
  renewals,
  settings,
  shell,
  tour,
  welcome,
};
