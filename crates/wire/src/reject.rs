//! What cannot be read, and why; what was mended, and how: every code there is.

/// Bytes that are no story. The caller still has them: they go to the dead letters with this code.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{reason}")]
pub struct Unreadable {
    /// One of [`CODES`].
    pub code: &'static str,
    /// For a person: what was found, and where.
    pub reason: String,
    /// The part at fault, decoded, of a message that holds other things as well; `None`: all of it.
    pub part: Option<String>,
}

impl Unreadable {
    pub(crate) fn new(code: &'static str, reason: impl Into<String>) -> Self {
        Self { code, reason: reason.into(), part: None }
    }

    /// With the words that are refused, where it does not say which they are.
    pub(crate) fn of(self, words: impl FnOnce() -> String) -> Self {
        let part = self.part.or_else(|| Some(words()));
        Self { part, ..self }
    }
}

/// Something in a message that is no story and was not meant to be one (a picture with its caption). It is counted by
/// its code, and nothing is wrong with it: it does not go to the dead letters.
///
/// A message of nothing else is read all the same: `Ok` with no article in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// One of [`SKIPS`].
    pub code: &'static str,
    /// For a person: what was left aside (its headline, its identifier).
    pub reason: String,
    /// Which part of a message that holds other things as well: its identifier or its place; `None`: all of it.
    pub part: Option<String>,
}

impl Skipped {
    pub(crate) fn new(code: &'static str, reason: impl Into<String>) -> Self {
        Self { code, reason: reason.into(), part: None }
    }
}

/// Why something is no article.
#[derive(Debug)]
pub(crate) enum Left {
    Skipped(Skipped),
    Unreadable(Unreadable),
}

impl From<Unreadable> for Left {
    fn from(no: Unreadable) -> Self {
        Self::Unreadable(no)
    }
}

/// Every code of an [`Unreadable`].
pub const CODES: &[(&str, &str)] = &[
    ("empty", "no bytes, or nothing but white space"),
    ("picture", "a picture, a film or a sound by its first bytes"),
    ("binary", "a packed file, a program, or mostly control characters"),
    ("not_an_article", "JSON that is no article: the reason names the field"),
    ("unknown_schema", "an article in JSON with a schema number that this version does not know"),
    ("truncated_json", "JSON that ends in the middle"),
    ("bad_json", "JSON that is broken, or not of the format asked for"),
    ("bad_header", "no header of the format asked for"),
    ("truncated_xml", "XML that ends in the middle"),
    ("bad_xml", "XML that is not well-formed, or not of the format asked for"),
    ("entity_bomb", "XML whose entities unfold into more than the file itself"),
    ("too_deep", "nested deeper than any story is"),
    ("too_many", "more than 100,000 articles in one message: those beyond are not read"),
    ("no_text", "a story without a headline and without a body"),
    ("web_page", "a page by which a server or a proxy tells of an error, and no story"),
];

/// Every code of a [`Skipped`].
pub const SKIPS: &[(&str, &str)] = &[
    ("picture_only", "a picture with a caption, and no story"),
    ("graphic_only", "a graphic with a caption, and no story"),
    ("video_only", "a film with a caption or a list of shots, and no story"),
    ("audio_only", "a sound with a caption, and no story"),
    ("media_only", "a picture, film or sound, it is not said which, and no story"),
    ("planning", "what an agency is going to cover, or an event that is to come"),
    ("package", "a list of stories, and none itself; those that travel with it are read"),
    ("vocabulary", "a list of codes or of what is known of a person or place"),
    ("empty_notice", "a notice with nothing in it: a heartbeat, a test, an item without words"),
];

/// Every code that parsing writes into an article's `warnings`.
pub const WARNINGS: &[(&str, &str)] = &[
    ("charset_guessed", "nothing says how the characters are coded: the likeliest was taken"),
    ("charset_mended", "the declared character coding is not the real one: the real one was taken"),
    (
        "coding_mended",
        "what a mail says of its boundary or its transfer encoding is not so: it was read as what it is",
    ),
    ("bad_characters", "bytes that mean nothing in the character coding were replaced by U+FFFD"),
    ("nul_bytes", "there are NUL characters in the text; they are kept"),
    ("control_characters", "there are control characters in the text; they are kept"),
    ("unknown_field", "a field that dateline.article/1 does not have"),
    ("no_text", "a notice without a body"),
    ("dates_differ", "header and dateline, or two dates of the file, are more than three days apart"),
    ("no_year", "the dateline has a date without a year, and nothing tells the year"),
    ("year_from_receipt", "the dateline's year is the one in which the story was received"),
    ("year_from_text", "the dateline's year was told by the years and the weekday that the story names"),
    ("date_ambiguous", "the page's date can be read with the day or the month first: the likelier was taken"),
    ("date_imprecise", "the header gives a month or a year and no day"),
    ("bad_date", "a date or time that is none, or a time without a zone"),
    ("relayed", "the story came through other hands before: who, in order"),
    ("embargo_unclear", "an embargo whose end is not plainly stated; the story is withheld"),
    ("span_dropped", "the span that came with the article does not hold the words it says"),
    ("html_entity", "an entity of HTML that the file does not declare was taken for what it is in HTML"),
    ("unknown_entity", "an XML entity that is not declared; its name is kept as text"),
    ("left_out", "words of the file that are not part of the story's text: they stand here"),
    ("no_field", "a property that the record has no field for: what the file calls it, and what it says"),
    ("bad_urgency", "an urgency that is not 1 to 9"),
    ("no_end_mark", "the transmission has no mark at its end: the story may have been cut short"),
    ("headline_unrelated", "the line above the story is the headline of another one: it was not taken"),
    ("bad_version", "a version that is no number"),
    ("bad_status", "a status that no one knows: the story is withheld"),
    (
        "status_differs",
        "two places say different things of what may be done with the story: the stricter one counts",
    ),
    ("bad_language", "a language that is no tag of BCP 47"),
    ("bad_field", "something stands between the fields that is none: the others were read"),
    (
        "misplaced",
        "a field held something else (a login as byline, a time as dateline): what, and where it went",
    ),
    (
        "revision_in_id",
        "the identifier ended in the revision: it is the version now, and the identifier goes without",
    ),
    ("time_fallback", "the version has no time: another time of the file was taken"),
    ("rights", "the agency's statement of rights, as it came"),
    ("html_escaped", "the body's mark-up was escaped as text, once or more often: it was read as mark-up"),
    ("html_in_plain", "a body that is called plain text has mark-up: it was read as mark-up"),
    (
        "bad_id",
        "an identifier that says nothing (0, the agency's name) or that another item has: that of the bytes is used",
    ),
    (
        "id_extended",
        "the item has several stories or languages, and one identifier: all but the first have theirs extended",
    ),
    ("payload_mended", "the body is damaged mark-up, and was read as far as it goes"),
    ("other_rendering", "of several renderings of one body another was taken: the one left is named here"),
    ("list_cut", "an item has more than 1,000 subjects, keywords, notes or texts: those beyond are not kept"),
    ("unknown_signal", "a signal of the agency's own that no one knows"),
];
