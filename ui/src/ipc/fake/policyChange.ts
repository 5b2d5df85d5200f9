/** Changes of the fake company's policies, carried out. */
import type { ActivityItem, ExpirationPolicy } from "../bindings";
import type { find } from "./groups";
import type { Stage } from "./host";
import type { PolicyWorld } from "./policies";
import { withValues } from "./policySettings";
import { rowsOf } from "./whatIf";

/** Carries out one item that changes a policy. */
export function carryOutPolicy(stage: Stage, item: ActivityItem): "done" | "already" {
  const { policies } = stage.world;
  const to = new Map(item.changes.map(({ property, after }) => [property, after]));
  switch (item.action) {
    case "coverGroup":
    case "uncoverGroup": {
      if (item.action === "coverGroup") policies.selected.add(item.groupId);
      else policies.selected.delete(item.groupId);
      break;
    }
    case "changeExpiration":
      policies.expiration = expirationFrom(policies.expiration, to);
      break;
    default:
      changeSettings(policies, item, to);
      return "done";
  }
  recompute(stage);
  return "done";
}

function expirationFrom(
  before: ExpirationPolicy | null,
  to: ReadonlyMap<string, string | null>,
): ExpirationPolicy | null {
  if (to.get("lifetimeDays") === null) return null;
  return {
    id: before?.id ?? "policy-2",
    lifetimeDays: Number(to.get("lifetimeDays") ?? before?.lifetimeDays),
    managed: (to.get("managed") ?? before?.managed ?? "all") as ExpirationPolicy["managed"],
    notificationEmails:
      to.get("notificationEmails")?.split("; ").filter(Boolean) ?? before?.notificationEmails ?? [],
  };
}

function changeSettings(
  policies: PolicyWorld,
  item: ActivityItem,
  to: ReadonlyMap<string, string | null>,
): void {
  if (item.groupId !== "") {
    policies.guests.set(item.groupId, to.get("AllowToAddGuests") !== "false");
    return;
  }
  const values = Object.fromEntries([...to].map(([name, value]) => [name, value ?? ""]));
  policies.settings = policies.settings.map((object) =>
    object.displayName === item.groupName ? withValues(object, values) : object,
  );
}

/** Each group gets the date that the what-if named. */
function recompute(stage: Stage): void {
  const { world } = stage;
  const asked = { expiration: world.policies.expiration, select: [], unselect: [] };
  const dates = new Map(rowsOf(stage, asked).map((each) => [each.groupId, each.expiresThen]));
  const withDate = (group: ReturnType<typeof find>) => ({
    ...group,
    expires: dates.get(group.id) ?? null,
  });
  world.groups = world.groups.map(withDate);
  world.elsewhere = world.elsewhere.map(withDate);
}
