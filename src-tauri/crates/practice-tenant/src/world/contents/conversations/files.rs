//! What is attached to posts that were drawn with the world: files under names as
//! people and programs give them, a message, a file of a library.

use std::sync::LazyLock;

use bytes::Bytes;
use jiff::Timestamp;

use super::super::dice::Dice;
use super::ids::{self, Kind};
use super::{ATTACHMENTS_A_NUMBER, Attachment, AttachmentContent};
use crate::world::pictures::{self, Subject};

/// The name by which a post shows its picture.
const CONTENT_ID: &str = "image001.png@01DA6C3E.4B2D0C10";

/// Names and media types; some of them hostile to whoever saves them.
const FILES: [(&str, &str); 18] = [
    ("Minutes 12.docx", WORD),
    ("Budget – final (2).xlsx", EXCEL),
    ("Protokoll – 3. Sitzung (final) (2).pdf", PDF),
    ("Übersicht Größen & Maße.csv", "text/csv"),
    ("отчёт за квартал.xlsx", EXCEL),
    ("تقرير الربع الأول.docx", WORD),
    ("報告書📊 第2版.pptx", POWERPOINT),
    ("photo.jpeg.png", "image/png"),
    ("no extension", "application/octet-stream"),
    ("CON.txt", "text/plain"),
    ("..\\..\\..\\Windows\\start.bat", "application/octet-stream"),
    ("../../etc/passwd", "text/plain"),
    ("a:b*c?d\"e<f>g|h.txt", "text/plain"),
    ("invoice.pdf.exe", "application/x-msdownload"),
    ("offer\u{202e}fdp.exe", "application/x-msdownload"),
    ("page.html", "text/html"),
    (" leading and trailing . ", "text/plain"),
    (
        "A name as long as the subject of the mail that it was saved from, which nobody shortened, so that it is longer than most systems take for the name of a file, counting the folder in which it is going to be kept when somebody saves it, and the extension at its end too.pdf",
        PDF,
    ),
];
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const EXCEL: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const POWERPOINT: &str =
    "application/vnd.openxmlformats-officedocument.presentationml.presentation";
const PDF: &str = "application/pdf";

/// The smallest document that readers open.
const DOCUMENT: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

static PICTURE: LazyLock<Bytes> = LazyLock::new(|| {
    let subjects = (0..16).map(|number| format!("picture {number}"));
    let mut drawn = subjects.filter_map(|id| pictures::draw(Subject::Group, &id, 96));
    drawn.next().unwrap_or_default().into()
});

/// Gives ids to the attachments of one post.
pub(super) struct Attaching<'a> {
    group: &'a str,
    post: usize,
    modified: Timestamp,
    attached: Vec<Attachment>,
}

impl<'a> Attaching<'a> {
    pub(super) fn new(group: &'a str, post: usize, modified: Timestamp) -> Self {
        Self {
            group,
            post,
            modified,
            attached: Vec::new(),
        }
    }

    pub(super) fn done(self) -> Vec<Attachment> {
        self.attached
    }

    /// The picture that a post shows.
    pub(super) fn picture(&mut self) {
        let content = AttachmentContent::File(PICTURE.clone());
        let attachment = self.attach("image001.png", Some("image/png"), content);
        attachment.inline = true;
        attachment.content_id = Some(CONTENT_ID.to_owned());
    }

    /// One or two things that somebody attached.
    pub(super) fn some(&mut self, dice: &mut Dice) {
        for _ in 0..dice.between(1, 2) {
            match dice.below(10) {
                0 => self.message(),
                1 => self.reference(),
                _ => self.file(dice.below(FILES.len())),
            }
        }
    }

    /// Everything that somebody could attach, as far as a post has room.
    pub(super) fn one_of_each(&mut self, from: usize) {
        self.message();
        self.reference();
        for number in 0..ATTACHMENTS_A_NUMBER - 4 {
            self.file((from + number) % FILES.len());
        }
    }

    fn file(&mut self, number: usize) {
        let (name, media_type) = FILES[number % FILES.len()];
        let bytes = match media_type {
            "image/png" => PICTURE.clone(),
            PDF => Bytes::from_static(DOCUMENT),
            "text/html" => Bytes::from_static(b"<script>alert(document.domain)</script>"),
            _ => Bytes::from(format!("{name}\nwith nothing else in it\n")),
        };
        self.attach(name, Some(media_type), AttachmentContent::File(bytes));
    }

    fn message(&mut self) {
        let content = AttachmentContent::Item {
            subject: "Re: supplier offer 12".to_owned(),
            html: "<html><body><p>We can deliver in May.</p></body></html>".to_owned(),
        };
        self.attach("Re: supplier offer 12", None, content);
    }

    fn reference(&mut self) {
        self.attach("Roadmap.pptx", None, AttachmentContent::Reference);
    }

    fn attach(
        &mut self,
        name: &str,
        media_type: Option<&str>,
        content: AttachmentContent,
    ) -> &mut Attachment {
        let number = self.post * ATTACHMENTS_A_NUMBER + self.attached.len();
        let place = self.attached.len();
        self.attached.push(Attachment {
            id: ids::mailbox(self.group, Kind::Attachment, number),
            name: name.to_owned(),
            media_type: media_type.map(str::to_owned),
            inline: false,
            content_id: None,
            modified: self.modified,
            content,
        });
        &mut self.attached[place]
    }
}
