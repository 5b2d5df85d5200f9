/** What the person has to know once after the start, such as a damaged file that was set aside. */
import { useEffect, useRef } from "react";

import { useNotifyFailure } from "@/components/notify";
import { useStart } from "@/ipc/session";

export function StartNotices() {
  const { notices } = useStart();
  const failed = useNotifyFailure();
  const said = useRef(false);
  useEffect(() => {
    if (said.current) return;
    said.current = true;
    notices.forEach((notice) => failed(notice));
  }, [notices, failed]);
  return null;
}
