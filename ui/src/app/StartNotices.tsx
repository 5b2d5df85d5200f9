/** What the person has to know once about the start or the account, such as a damaged file that was set aside. */
import { useEffect, useRef } from "react";

import { useNotifyFailure } from "@/components/notify";
import { useStart } from "@/ipc/session";

export function StartNotices() {
  const { notices } = useStart();
  const failed = useNotifyFailure();
  const said = useRef<typeof notices>(null);
  useEffect(() => {
    if (said.current === notices) return;
    said.current = notices;
    notices.forEach((notice) => failed(notice));
  }, [notices, failed]);
  return null;
}
