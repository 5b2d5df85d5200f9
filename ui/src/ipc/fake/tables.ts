/** The fake host's commands about tables: all of the tenant's groups, how a table was left, saving. */
import type { ExportRequest, TableLayout } from "../bindings";
import { fold, matches, wordsOf } from "../../lib/folding";
import { membersOf } from "./directory";
import { fakeError, type Handlers, type Stage } from "./host";

type TableCommand = "tenant_groups_list" | "table_layout_get" | "table_layout_set" | "export_save";

const PAGE = 200;
const usual: TableLayout = { columns: [], widths: {}, sort: null, descending: false, filters: [] };

export function tableCommands(stage: Stage): Pick<Handlers, TableCommand> {
  const { options } = stage;
  let layout = usual;
  return {
    tenant_groups_list: ({ text, offset }) => {
      if (options.tenant === "forbidden") {
        return { groups: [], total: 0, reading: null, lastError: fakeError("notAllowed") };
      }
      const words = wordsOf(text);
      const all = [...stage.world.groups, ...stage.world.elsewhere]
        .filter((group) => matches(fold(`${group.displayName} ${group.mailNickname}`), words))
        .sort((a, b) => a.displayName.localeCompare(b.displayName, "en"));
      return {
        groups: all.slice(offset, offset + PAGE),
        total: all.length,
        reading: options.tenant === "reading" ? all.length : null,
        lastError: options.state === "offline" ? fakeError("offline") : null,
      };
    },
    table_layout_get: () => layout,
    table_layout_set: (next) => {
      layout = next;
      return null;
    },
    export_save: (request) => {
      if (options.refuse !== "nothing") throw fakeError(options.refuse);
      const [name, rows] = exported(stage, request);
      const date = stage.now.slice(0, 10);
      const fileName = `${name} ${date}.${request.format}`;
      return { fileName, folder: "/home/adele/Downloads", rows };
    },
  };
}

function exported({ world }: Stage, { content }: ExportRequest): [name: string, rows: number] {
  switch (content.kind) {
    case "groups":
      return ["Groups", content.groupIds.length];
    case "members": {
      const group = world.groups.find(({ id }) => id === content.groupId);
      return [`Members of ${group?.displayName}`, membersOf(world, content.groupId).length];
    }
    case "checked":
      return ["Checked people", world.checks.get(content.checkId)?.lines.length ?? 0];
    case "job": {
      const record = world.jobs.find(({ job }) => job.jobId === content.jobId);
      return ["Result", record?.items.length ?? 0];
    }
    case "calendar":
      return ["Calendar", 12];
    case "expiries":
      return ["Expiry dates", content.groupIds.length];
    case "history":
      return ["History", world.history.length];
    case "whatIf":
      return ["What if", 0];
    case "policies":
      return ["Policies", 0];
    case "activity":
      return ["Activity", world.jobs.reduce((rows, { items }) => rows + items.length, 0)];
  }
}
