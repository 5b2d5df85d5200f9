/** The conversations of a group. */
export default function ConversationsTab() {
  return null;
}
