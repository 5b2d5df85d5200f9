/** Opens an address in the system's browser. */
import { call } from "@/ipc/call";
import { useNotifyFailure } from "./notify";

export function useOpenExternal(): (url: string) => void {
  const failed = useNotifyFailure();
  return (url) => void call("open_external", { url }).catch((error: unknown) => failed(error));
}
