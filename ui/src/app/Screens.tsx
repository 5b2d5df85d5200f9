/** Which screen stands at which address. Screens are loaded when they are first opened. */
import { lazy, Suspense } from "react";
import { Navigate, Route, Routes, useLocation } from "react-router";

import { LoadingRows } from "@/components/LoadingRows";
import type { StartView } from "@/ipc/bindings";
import { useSession, useStart } from "@/ipc/session";
import { links } from "@/lib/links";
import { Shell } from "@/shell/Shell";
import {
  FirstScreen,
  FirstScreenOfActivity,
  FirstScreenOfDeleted,
  FirstScreenOfGroups,
  FirstScreenOfPolicies,
} from "./FirstScreen";
import { screens as load } from "./screenScripts";
import { useFocusOnTitle } from "./useFocusOnTitle";

const Welcome = lazy(load.welcome);
const Home = lazy(load.home);
const Renewals = lazy(load.renewals);
const Groups = lazy(load.groups);
const Group = lazy(load.group);
const NewGroup = lazy(load.newGroup);
const Across = lazy(load.people);
const Deleted = lazy(load.deleted);
const Policies = lazy(load.policies);
const Activity = lazy(load.activity);
const Settings = lazy(load.settings);

const screens = [
  [links.home, Home],
  [links.renewals, Renewals],
  [links.people, Across],
  [links.deleted, Deleted],
  [links.activity, Activity],
  [links.settings, Settings],
] as const;

export function Screens() {
  const session = useSession();
  if (!session) return <WelcomeScreen />;
  return (
    // Another account begins with nothing of the one before.
    <Routes key={session.account.id}>
      <Route path={links.addAccount} element={<WelcomeScreen />} />
      <Route element={<Shell />}>
        {screens.map(([path, Screen]) => (
          <Route key={path} path={path} element={<ShellScreen screen={Screen} />} />
        ))}
        <Route path={links.groups} element={<ShellScreen screen={Groups} />}>
          <Route path={links.newGroup} element={<OverScreen screen={NewGroup} />} />
        </Route>
        <Route path="/groups/:groupId/:tab?" element={<ShellScreen screen={Group} />} />
        <Route path={`${links.policies}/:area?`} element={<ShellScreen screen={Policies} />} />
        <Route path="*" element={<Navigate to={links.home} replace />} />
      </Route>
    </Routes>
  );
}

function WelcomeScreen() {
  return (
    <Suspense>
      <Welcome />
      <FirstScreen />
    </Suspense>
  );
}

function ShellScreen({ screen: Screen }: { screen: typeof Groups }) {
  const start = useStart();
  return (
    <Suspense fallback={<LoadingRows />}>
      <Screen />
      <FocusOnTitle />
      <FirstScreenOf view={start.view} />
    </Suspense>
  );
}

/** What has to be there before the screen that the application began with is complete. */
function FirstScreenOf({ view }: { view: StartView | null }) {
  switch (view) {
    case "settings":
      return <FirstScreen />;
    case "deleted":
      return <FirstScreenOfDeleted />;
    case "policies":
      return <FirstScreenOfPolicies />;
    case "activity":
      return <FirstScreenOfActivity />;
    default:
      return <FirstScreenOfGroups />;
  }
}

/** What opens over a screen, which stays as it is. */
function OverScreen({ screen: Screen }: { screen: typeof NewGroup }) {
  return (
    <Suspense>
      <Screen />
    </Suspense>
  );
}

function FocusOnTitle() {
  const { pathname } = useLocation();
  // What opens over a screen takes the focus by itself, and gives it back; a tab is no other place.
  const parts = pathname.startsWith(links.policies) ? 2 : 3;
  const place = pathname.split("/").slice(0, parts).join("/");
  useFocusOnTitle(pathname === links.newGroup ? links.groups : place);
  return null;
}
