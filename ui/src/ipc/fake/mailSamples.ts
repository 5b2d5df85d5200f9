/** What the fake company writes: topics in several languages, and bodies of every sort that posts have. */
import type { Attachment, PostBody } from "../bindings";

export const topics = [
  "Panel for the platform role: who is free on Thursday?",
  "Offer letter template, version 4",
  "面接官の割り当てについて",
  "Debrief: senior designer",
  "Referral bonus – new amounts from January",
  "Rückmeldung zu den Testaufgaben",
  "Interview rooms on the third floor",
  "خطة المقابلات للربع القادم",
  "Career fair: stand, banners and the raffle",
  "Scorecards are late again",
  "Προσφορά για τη θέση της αναλύτριας",
  "Newsletter of the people team, November",
  "Which questions we no longer ask",
  "Entretien de vendredi : changement d’horaire",
  "Take-home task: four hours is too long",
] as const;

export type Sample = Omit<PostBody, "postId">;

const sample = (html: string, more: Partial<Sample> = {}): Sample => ({
  html,
  quoted: null,
  ownColors: false,
  imagesLeftOut: 0,
  cutAt: null,
  attachments: [],
  ...more,
});

export const file = (name: string, contentType: string, size: number): Attachment => ({
  id: `attachment-${name}`,
  name,
  contentType,
  size,
  what: { kind: "file" },
});

const link = (url: string, text: string) =>
  `<a href="${url}" title="${url}" target="_blank" rel="noopener noreferrer">${text}</a>`;

const chart = `data:image/svg+xml;utf8,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="420" height="120"><rect width="420" height="120" fill="#eef4f4"/><g fill="#0f6b6b"><rect x="20" y="60" width="50" height="50"/><rect x="100" y="30" width="50" height="80"/><rect x="180" y="45" width="50" height="65"/></g><rect x="260" y="15" width="50" height="95" fill="#e8a33d"/></svg>',
)}`;

const cell = (text: string) =>
  `<td style="border:1px solid #ccc;padding:4px 10px;white-space:nowrap">${text}</td>`;
const row = (cells: string[]) => `<tr>${cells.map(cell).join("")}</tr>`;

/** In the order in which they stand in a conversation, again from the first after the last. */
export const samples: readonly Sample[] = [
  sample(
    `<p>Hello all,</p><p>we have <b>two candidates</b> for the platform role on Thursday and need three people for each panel. The plan so far:</p><ul><li>10:00 Systems, with Megan</li><li>11:30 Coding: <i>somebody from the core team</i></li><li>14:00 Values, with Lynne</li></ul><p>Who is free for 11:30? The questions are in ${link("https://contoso.example/wiki/interviews/platform", "the wiki")}.</p><p>Adele</p>`,
  ),
  sample(
    "<p>I can do 11:30, but have to leave at 12:15 sharp.</p><p>Could somebody else write the summary?</p>",
    {
      quoted:
        "<p>On Thu, Adele Vance wrote:</p><p>Hello all, we have two candidates for the platform role on Thursday and need three people for each panel.</p>",
    },
  ),
  sample(
    `<p>Here is how the last quarter went, and the sheet with all of it.</p><p><img src="${chart}" alt="Offers by month: 4, 7, 6 and 9" width="420" height="120"></p><p>Nine offers in October, the most we ever had.</p>`,
    {
      imagesLeftOut: 3,
      attachments: [
        file("Hiring figures Q4.xlsx", "application/vnd.ms-excel", 284_311),
        file("Panel notes.pdf", "application/pdf", 1_204_880),
        {
          ...file("Interview handbook", "", 0),
          what: { kind: "reference", url: "https://contoso.example/sites/hr/handbook.docx" },
        },
        { ...file("Re: room 3.14", "message/rfc822", 12_400), what: { kind: "item" } },
      ],
    },
  ),
  sample(
    `<div style="background:#fff7e6;color:#5b3a00;padding:16px;border:1px solid #e8c98a;font-family:Georgia,serif"><h2 style="margin:0 0 8px;color:#8a3b00">People news · November</h2><p style="margin:0">The <span style="color:#a01010;font-weight:bold">career fair</span> is on the 28th. Bring <span style="background:#ffe08a">business cards</span>.</p></div>`,
    { ownColors: true, imagesLeftOut: 1 },
  ),
  sample(
    `<table style="border-collapse:collapse">${row(["Candidate", "Systems", "Coding", "Values", "Written by", "When", "Recommendation of the panel", "Next step"])}${row(["R. Okafor", "4", "3", "4", "Megan Bowen", "12 Nov 2026", "Strong yes, would work with them tomorrow", "Offer"])}${row(["D. Novak", "2", "3", "3", "Isaiah Langer", "13 Nov 2026", "No for now, ask again in a year", "Kind letter"])}</table>`,
  ),
  sample(""),
  sample(
    '<p dir="rtl" lang="ar">شكراً جزيلاً، سأكون هناك يوم الخميس في الساعة الحادية عشرة والنصف.</p>',
  ),
  sample("<p>了解しました。木曜日の面接に参加します。会議室は三階でよろしいでしょうか。</p>", {
    quoted: "<p>On Thu, Adele Vance wrote:</p><p>Who is free for 11:30?</p>",
  }),
];

/** The first post of the largest sort: cut, until all of it is asked for. */
export const large = sample(
  Array.from(
    { length: 40 },
    (_, line) => `<p>Line ${line + 1} of the log that was pasted.</p>`,
  ).join(""),
  { cutAt: 5_242_880 },
);
