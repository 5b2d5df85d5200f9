/** The fake host's commands that find people and show them. */
import type { GroupMember, Person } from "../bindings";
import { fold, matches, wordsOf } from "../../lib/folding";
import { membersOf, roleOf } from "./directory";
import type { Handlers, Stage } from "./host";

type PeopleCommand = "people_find" | "photos_load";

const MOST = 25;

/** A plain square in the colours of the fake company. */
const picture = (hue: number): string =>
  `data:image/svg+xml;utf8,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8" fill="hsl(${hue} 40% 70%)"/><circle cx="4" cy="3" r="1.6" fill="hsl(${hue} 40% 40%)"/><path d="M1 8a3 3 0 0 1 6 0z" fill="hsl(${hue} 40% 40%)"/></svg>`,
  )}`;

export function peopleCommands(stage: Stage): Pick<Handlers, PeopleCommand> {
  return {
    people_find: ({ text, groupId }) => {
      const inGroup = groupId ? membersOf(stage.world, groupId) : [];
      return {
        people: found(stage.world.directory, text).map((person) => ({
          person,
          role: roleIn(inGroup, person),
        })),
        askedService: stage.options.state !== "offline",
      };
    },
    photos_load: ({ groups, ids }) => ({
      photos: ids.map((id) => {
        const set = stage.world.photos.get(id);
        const drawn = !groups && /[37]$/.test(id) ? picture((id.length * 67) % 360) : null;
        return { id, dataUrl: set ?? drawn };
      }),
    }),
  };
}

function found(people: readonly Person[], text: string): Person[] {
  const words = wordsOf(text);
  if (words.length === 0) return [];
  const begins = (person: Person) => (fold(person.displayName).startsWith(words[0] ?? "") ? 0 : 1);
  return people
    .filter((person) => matches(fold(`${person.displayName} ${person.address ?? ""}`), words))
    .filter(({ kind }) => kind !== "other")
    .sort((a, b) => begins(a) - begins(b))
    .slice(0, MOST);
}

function roleIn(inGroup: readonly GroupMember[], person: Person) {
  const place = inGroup.find((each) => each.person.id === person.id);
  return place ? roleOf(place) : null;
}
