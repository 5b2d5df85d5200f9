/** A change that leaves everything as it is, to begin with. */
import type { GroupChanges } from "@/ipc/bindings";

export const UNCHANGED: GroupChanges = {
  displayName: null,
  mailNickname: null,
  description: null,
  visibility: null,
  theme: null,
  classification: null,
  label: null,
  allowExternalSenders: null,
  autoSubscribeNewMembers: null,
  hideFromAddressLists: null,
  hideFromOutlookClients: null,
  isSubscribedByMail: null,
};
