//! The head of a story: everything that stands above the first paragraph, and the marks below the last.
//!
//! A head is read from the text of any format. Fields that a format says itself are kept; this fills in the rest.

mod embargo;
mod fill;
mod header;
mod held;
mod labels;
mod line;
mod place;
mod service;
mod signals;
mod signs;
mod slug;
mod stamp;
mod status;
mod tail;
mod words;
mod wrapped;
mod year;
mod zones;

use article::{Provider, SignalType, When};
use jiff::civil::{Date, Time};
use jiff::tz::Offset;

use crate::agencies::Agency;
use crate::dateline::{Found, Trust, WrittenDate};
use crate::prose::same_words;
use header::Header;
pub(crate) use held::{Place, is_no_embargo, may_hear, of_code};
use line::Kind;
pub(crate) use line::is_slug;
pub(crate) use service::begins_with_one as begins_with_service;
use signals::{Said, Tells};
use stamp::Stamp;
pub(crate) use status::{RESTRAINS, restrict, restrict_by, status};
pub(crate) use words::{Prefixes, is_clock};
use wrapped::Wrap;

/// So many lines are looked at for a head, blank ones not counted …
const LINES: usize = 40;
/// … for a dateline that no agency signs only so many …
const DATED_LINES: usize = 12;
/// … and below so many paragraphs nothing is a head any more.
const PARAGRAPHS: usize = 4;

/// A line of the text: where it begins, and its words.
#[derive(Clone, Copy, Debug)]
struct Line<'a> {
    start: usize,
    words: &'a str,
    /// A blank line, an indent or the start of the text is above it.
    fresh: bool,
    /// It says when the page was published, and nothing else.
    stamped: bool,
    /// It is one of several that tell of an embargo together.
    wrap: Wrap,
}

/// What a format knows of a story before its head is read.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Known<'a> {
    /// The line that has it is no headline.
    pub slug: Option<&'a str>,
    /// The line that has it is nothing else.
    pub headline: Option<&'a str>,
    /// Who may have signed it.
    pub signs: &'a [&'a str],
    /// It came over a wire, where no page has lines of its own.
    pub transmitted: bool,
    /// The copy begins there, in bytes: what stands above it is in fields.
    pub from: usize,
}

/// What the head says.
#[derive(Debug, Default)]
pub(crate) struct Head {
    header: Option<Header>,
    headline: Option<String>,
    byline: Option<String>,
    slugline: Option<String>,
    notes: Vec<String>,
    keywords: Vec<String>,
    said: Said,
    /// That the story is taken back or held, in words that are no sign of their own.
    heard: Said,
    /// Labels that take it back unless the story tells the same, each with its line.
    doubts: Vec<(String, held::Doubt)>,
    /// What it says of embargoes, each with the byte from which on it does.
    embargoes: Vec<(String, usize)>,
    /// It is over, a field says.
    embargo_passed: bool,
    /// A headline that belongs to another story.
    doubted: Option<String>,
    /// The dateline, in bytes of the text.
    dateline: Option<Found>,
    agency: Option<&'static Agency>,
    /// The time in the agency's footer.
    sent: Option<When>,
    /// The day in a footer that has no clock.
    filed: Option<Date>,
    /// A footer without a month, and one without a year.
    clocked: Option<(i8, Time, Offset)>,
    footed: Option<WrittenDate>,
    /// The line of the page that says when it was published.
    stamp: Option<Stamp>,
    /// Who signs above the story.
    above: Option<&'static Agency>,
    /// Where the words of the body begin, in bytes of the text.
    body: usize,
}

impl Head {
    /// Reads the head of a text.
    pub(crate) fn read(text: &str) -> Self {
        Self::below(text, Known::default())
    }

    /// Reads the head of a text of which a format knows more.
    pub(crate) fn below(text: &str, known: Known<'_>) -> Self {
        let header = header::at_start(text);
        let mut lines = lines(text, header.map_or(0, |header| header.rest).max(known.from));
        cut_embargo(&mut lines);
        wrapped::mark(&mut lines);
        let mut head = Self { header, ..Self::default() };
        let stamps = stamps(&mut lines);
        let mut kinds = Vec::new();
        let found = dateline(&lines, &stamps, known.signs, &mut kinds);
        let above = found.as_ref().map_or(lines.len(), |(nth, _)| *nth);
        let body = head.read_lines(&lines, &kinds, above, found.as_ref().map(|(_, found)| found), known);
        head.read_stamps(stamps, found.as_ref().map_or(body.unwrap_or(lines.len()), |(nth, _)| *nth + 1));
        head.body = body.and_then(|nth| lines.get(nth)).map_or(text.len(), |line| line.start);
        if let Some((nth, found)) = found {
            head.body = found.end;
            if let Some(byline) = &found.byline {
                head.add_byline(byline);
            }
            let alone = text[found.end..].starts_with(['\n', '\r']) || text[found.end..].starts_with(".\n");
            for line in lines.iter().skip(nth + 1).take(if alone { 2 } else { 0 }) {
                if line::kind(line.words, false) == Kind::Byline {
                    head.add_byline(line.words);
                    head.body = line.start + line.words.len();
                }
            }
            head.dateline = Some(found);
            head.hear_behind_dateline(text);
        }
        head.doubt_headline(&lines, text);
        head.read_notices(&lines, text);
        head.read_tail(text, !known.signs.is_empty());
        let body = || text.get(head.body..).unwrap_or("");
        head.agency = head.find_agency().or_else(|| tail::cited(body()).or_else(|| tail::opens(body())));
        head
    }

    /// Sorts the lines above the dateline or the body; gives the line at which the body begins. `kinds` are those that are known, each
    /// as below another line.
    fn read_lines(
        &mut self,
        lines: &[Line<'_>],
        kinds: &[Option<Kind>],
        above: usize,
        found: Option<&Found>,
        known: Known<'_>,
    ) -> Option<usize> {
        let dated = found.is_some();
        let signed = found.and_then(|found| found.agency);
        let mut headline_at = None;
        // The line at which a headline ends that is closed by a mark.
        let mut closed_at = None;
        // The last line of version words.
        let mut noticed_at = None;
        for (nth, line) in lines.iter().enumerate().take(above) {
            if line.wrap == Wrap::Begins {
                self.hear(&wrapped::words(lines, nth), Place::Head);
            }
            if line.stamped || line.wrap != Wrap::Not {
                continue;
            }
            let wraps = lines.get(nth + 1).is_some_and(|next| continues(*next));
            let first = self.headline.is_none();
            let kind = match kinds.get(nth).copied().flatten() {
                Some(kind) if first => line::kind_of_first(line.words, kind),
                Some(kind) => kind,
                None => line::kind(line.words, first),
            };
            let kind = match kind {
                Kind::Headline
                    if self.headline.is_none()
                        && known.slug.is_some_and(|slug| same_words(slug, line.words)) =>
                {
                    Kind::Slug
                }
                // `Advisory: heat wave in Spain`: nothing else above the dateline could be the headline.
                Kind::Note
                    if self.headline.is_none()
                        && line.words.starts_with("Advisory: ")
                        && (dated && nth + 1 == above
                            || known.headline.is_some_and(|headline| same_words(headline, line.words))) =>
                {
                    Kind::Headline
                }
                // `By George, it's a record`: the format says that it is the headline.
                Kind::Byline | Kind::Caption | Kind::Furniture | Kind::Keywords
                    if nth == 0
                        && known.headline.is_some_and(|headline| same_words(headline, line.words)) =>
                {
                    Kind::Headline
                }
                Kind::Furniture
                    if self.headline.is_none()
                        && (known.transmitted && line::is_navigation(line.words)
                            || is_starred_headline(lines, nth)) =>
                {
                    Kind::Headline
                }
                // `By LEE HAUG=`, `Duluth Tribune=`: a line below a byline that is closed as it is.
                Kind::Headline | Kind::Body
                    if nth > 0 && self.byline.is_some() && is_bytitle_below(lines[nth - 1], *line) =>
                {
                    Kind::Bytitle
                }
                // `The AP`: who sends a note, and no headline of it.
                Kind::Headline if self.headline.is_none() && is_signature(line.words) => Kind::Furniture,
                Kind::Headline if !dated && wraps && paragraph_ends_like_one(&lines[nth..]) => Kind::Body,
                // `by Jane Doe and Tom Roe`: apart from the headline, as that may go on so.
                Kind::Headline
                    if self.headline.is_some()
                        && (line.fresh || is_in_brackets(line.words))
                        && line::is_small_byline(line.words)
                        && lines.get(nth + 1).is_none_or(|below| below.fresh || nth + 1 == above) =>
                {
                    Kind::Byline
                }
                Kind::Body if dated && self.headline.is_none() && line.words.chars().count() < 120 => {
                    Kind::Headline
                }
                kind => kind,
            };
            let kind = match kind {
                // `Exporte/Schweiz` above `Exporte legen zu =`
                Kind::Headline
                    if self.headline.is_none()
                        && is_slashed(line.words)
                        && stands_above_headline(lines, nth) =>
                {
                    Kind::Slug
                }
                kind => kind,
            };
            let service = matches!(kind, Kind::Headline | Kind::Body)
                && self.headline.is_none()
                && service::is_at(lines, nth, above, known.transmitted);
            let kind = if service { Kind::Furniture } else { kind };
            let kind = match kind {
                Kind::Headline if dated && self.headline.is_none() => {
                    match slug::is_at(lines, nth, above, signed) {
                        Some(slug::Above::Number) => Kind::Furniture,
                        Some(slug::Above::Slug) => Kind::Slug,
                        // The name of a firm above its release.
                        None if is_sender(lines, nth, above, signed) => Kind::Furniture,
                        None => kind,
                    }
                }
                kind => kind,
            };
            match kind {
                // `Utl.: Rekord`: a line above a headline that a mark closes.
                Kind::Headline
                    if self.headline.is_none()
                        && line::is_subtitle(line.words)
                        && stands_above_headline(lines, nth) => {}
                // `(Zusammenfassung 1630 - neu: Bürgermeister)`, in the same place; `(Aktualisierung: weitere Zahlen)`, `(Ampliación)`.
                Kind::Headline
                    if self.headline.is_none()
                        && is_in_brackets(line.words)
                        && (stands_above_headline(lines, nth)
                            || dated
                                && labels::begins_with_version(line.words)
                                && is_above_headline(lines, nth, above)) =>
                {
                    self.hear(line.words, Place::Note);
                    let (_, said) = labels::of_headline(line.words);
                    self.said.add(said);
                    self.said.add(signals::of_bracket(line.words));
                    self.notes.push(line.words.to_owned());
                }
                // `KORREKTUR` / `Berichtigung: Zahl im 2. Absatz`: what was corrected, and the headline below it.
                Kind::Headline
                    if self.headline.is_none()
                        && labels::tells_place_of_correction(line.words)
                        && (stands_above_headline(lines, nth)
                            || dated && is_above_headline(lines, nth, above)) =>
                {
                    self.hear(line.words, Place::Note);
                    let (_, said) = labels::of_headline(line.words);
                    self.said.add(said);
                    self.notes.push(line.words.to_owned());
                }
                // A kicker or a slug above the headline: `TRADE`, `Trade,100`, `BRITAIN-TRADE/ (UPDATE 1)`.
                Kind::Headline
                    if dated
                        && headline_at.is_some_and(|at| at + 1 == nth)
                        && closed_at.is_none()
                        && !continues(*line)
                        && self.headline.as_deref().is_some_and(|above| is_kicker(above, line.words)) =>
                {
                    let above = self.headline.take().unwrap_or_default();
                    if let Some((_, tail)) = above.split_once(" (") {
                        self.said.add(signals::of_notice(tail.trim_end_matches(')')));
                    }
                    let slug = without_count(above.split(" (").next().unwrap_or(&above));
                    if self.slugline.is_none() && (slug.len() < above.len() || line::is_slug(slug)) {
                        self.slugline = Some(slug.to_owned());
                    }
                    self.headline = Some(words::trim_mark(line.words).to_owned());
                    self.tag_headline();
                    headline_at = Some(nth);
                    closed_at = closes_at(lines, nth);
                }
                // A headline that a mark closes, below version words: what stands above these is the agency's name or a slug.
                Kind::Headline | Kind::Body
                    if self.headline.is_some()
                        && closed_at.is_none()
                        && noticed_at.is_some_and(|at| at + 1 == nth)
                        && closes_at(lines, nth).is_some() =>
                {
                    self.headline = Some(words::trim_mark(line.words).to_owned());
                    self.tag_headline();
                    headline_at = Some(nth);
                    closed_at = closes_at(lines, nth);
                }
                // An overline is far shorter than the line below it, and not of the headline.
                Kind::Headline
                    if closed_at.is_some_and(|at| nth <= at)
                        && headline_at.is_some_and(|at| at + 1 == nth)
                        && !continues(*line)
                        && is_overline(lines[nth - 1].words, line.words) =>
                {
                    self.headline = Some(words::trim_mark(line.words).to_owned());
                    self.tag_headline();
                    headline_at = Some(nth);
                }
                Kind::Headline
                    if headline_at.is_some_and(|at| at + 1 == nth)
                        && (wraps_into(lines[nth - 1], *line) || closed_at.is_some_and(|at| nth <= at)) =>
                {
                    let headline = self.headline.get_or_insert_default();
                    // The line above was version words and nothing else.
                    if !headline.is_empty() {
                        headline.push(' ');
                    }
                    headline.push_str(words::trim_mark(line.words));
                    headline_at = Some(nth);
                }
                Kind::Headline if self.headline.is_none() => {
                    self.headline = Some(words::trim_mark(line.words).to_owned());
                    self.tag_headline();
                    headline_at = Some(nth);
                    closed_at = closes_at(lines, nth);
                }
                Kind::Note => {
                    self.hear(line.words, Place::Note);
                    self.said.add(signals::of_note(line.words));
                    self.notes.push(line.words.to_owned());
                }
                Kind::Byline => self.add_byline(line.words),
                Kind::Bytitle if self.byline.is_some() => self.add_byline(line.words),
                Kind::Notice => {
                    noticed_at = Some(nth);
                    let said = signals::of_notice(line.words);
                    // `UPDATE 2`
                    let counted = labels::number_in(line.words).filter(|_| !said.signals.is_empty());
                    self.said.version = self.said.version.or(said.version).or(counted);
                    self.said.add(said);
                }
                Kind::Furniture => self.above = self.above.or_else(|| tail::page_signature(line.words)),
                Kind::Slug if self.slugline.is_none() => {
                    self.above =
                        self.above.or_else(|| line::old_slug(line.words).and(Agency::with_code("reuters")));
                    let slug = line::old_slug(line.words).unwrap_or(line.words);
                    let slug = without_count(words::trim_mark(slug)).trim_start_matches('=');
                    self.slug(slug);
                    self.slugline = Some(slug.to_owned());
                }
                Kind::Keywords => {
                    let list = line.words.split_once(':').map_or("", |(_, list)| list);
                    let keywords = list.split([',', ';']).map(|word| word.trim().to_owned());
                    self.keywords.extend(keywords.filter(|word| !word.is_empty()));
                }
                Kind::Embargo => self.hear(line.words, Place::Head),
                Kind::Body if !dated => return Some(nth),
                _ => {}
            }
        }
        None
    }

    /// Takes the time of the page from the lines above the body: of several the first that is no later version's.
    fn read_stamps(&mut self, stamps: Vec<(usize, Stamp)>, above: usize) {
        let mut stamps: Vec<Stamp> =
            stamps.into_iter().filter(|(nth, _)| *nth < above).map(|(_, stamp)| stamp).collect();
        for stamp in &stamps {
            if let Some(byline) = stamp.byline.as_ref().filter(|_| self.byline.is_none()) {
                self.byline = Some(byline.clone());
            }
        }
        let first = stamps.iter().position(|stamp| !stamp.is_update()).unwrap_or(0);
        if first < stamps.len() {
            self.stamp = Some(stamps.swap_remove(first));
        }
    }

    fn add_byline(&mut self, line: &str) {
        let words = line::without_brackets(words::trim_mark(line).trim_end_matches(':'));
        match &mut self.byline {
            Some(byline) => {
                byline.push_str(", ");
                byline.push_str(words);
            }
            None => self.byline = Some(words.to_owned()),
        }
    }

    /// Adds a note to editors that a format has in a field of its own.
    pub(crate) fn note(&mut self, note: String) {
        if note.is_empty() {
            return;
        }
        self.hear(&note, Place::Note);
        self.said.add(signals::of_note(&note));
        self.said.add(signals::of_sentence(&note));
        self.notes.push(note);
    }

    /// Hears whether words hold the story back or take it back.
    pub(crate) fn hear(&mut self, words: &str, place: Place) {
        let words = held::shown(words::trim_mark(words));
        let words = words.as_ref();
        let heard = held::hear(words, place);
        if place == Place::Head {
            self.doubt(words, false);
        }
        self.take(heard, words);
    }

    fn take(&mut self, heard: held::Heard, words: &str) {
        /// A story has one embargo; who says more of it is not heard.
        const MOST: usize = 8;
        for kind in heard.kinds() {
            self.heard.add(Said::of_one(kind, words));
        }
        if let Some(from) = heard.embargo.filter(|_| self.embargoes.len() < MOST)
            && self.embargoes.iter().all(|(known, _)| known != words)
        {
            self.embargoes.push((words.to_owned(), from));
        }
    }

    /// Notes a label before a headline that may be news as well; above a line that is none only what forbids its use
    /// or takes the story back unless that tells the same. Whether the story decides is given back.
    fn doubt(&mut self, line: &str, is_headline: bool) -> bool {
        const MOST: usize = 8;
        let Some(doubt) = held::label(line) else { return false };
        let decides = doubt.decides();
        if self.doubts.len() < MOST
            && (is_headline || doubt.forbids() || decides)
            && self.doubts.iter().all(|(known, _)| known != line)
        {
            self.doubts.push((line.to_owned(), doubt));
        }
        decides
    }

    /// `SANTIAGO, March 3 (Reuters) - EMBARGOED UNTIL 0700 GMT MARCH 4 - Exports …`: capitals between a dateline and the story.
    fn hear_behind_dateline(&mut self, text: &str) {
        /// No embargo is longer, in bytes.
        const LONGEST: usize = 120;
        let behind = text.get(self.body..).unwrap_or("");
        self.hear_order_behind_dateline(behind);
        let behind = &behind[..behind.floor_char_boundary(LONGEST)];
        let words = behind.lines().next().unwrap_or("").trim_start_matches(|c: char| !c.is_alphanumeric());
        if !held::may_lead(words) {
            return;
        }
        let ends = [" - ", " – ", " — ", " -- ", ". ", ") ", "] "].iter().filter_map(|mark| words.find(mark));
        let Some(label) = ends.min().map(|end| &words[..end]) else { return };
        if !label.contains(char::is_lowercase) && label.bytes().any(|byte| byte.is_ascii_digit()) {
            self.hear(label, Place::Head);
        }
    }

    /// `Bordeaux (AFP) - ATTENTION - Merci de ne pas utiliser cette dépêche, …`: a first sentence that forbids this story or takes it back.
    fn hear_order_behind_dateline(&mut self, behind: &str) {
        /// No order is longer, in bytes, …
        const LONGEST: usize = 250;
        /// … but one that names a release.
        const RELEASE: usize = 300;
        let line = behind.lines().next().unwrap_or("").trim_start_matches(|c: char| !c.is_alphanumeric());
        let near = &line[..line.floor_char_boundary(LONGEST)];
        let sentence = near.find(". ").map_or(near, |end| &near[..=end]);
        if (sentence.len() < near.len() || near.len() == line.len()) && held::forbids_itself(sentence) {
            self.hear(sentence, Place::Head);
        }
        // `NEW YORK--(BUSINESS WIRE)--Please disregard the above-referenced news release …`
        let quoted =
            || behind.chars().take_while(|c| !c.is_alphanumeric()).any(|c| matches!(c, '"' | '“' | '«'));
        if held::may_be_of_release(near) && !quoted() {
            let whole = &line[..line.floor_char_boundary(RELEASE)];
            let first = whole.find(". ").map_or(whole, |end| &whole[..=end]);
            if held::takes_release_back(first) {
                self.hear(first, Place::Head);
            }
        }
        // `Berlin (dpa) - Die Angaben sind falsch. Bitte verwenden Sie die Meldung «…» nicht.`
        let own = self.dateline.as_ref().and_then(|found| found.agency);
        for sentence in held::sentences(behind).filter(|sentence| held::may_order(sentence)) {
            if held::names_and_takes_back(sentence) && !held::is_of_another(sentence, own) {
                self.hear(sentence, Place::Head);
            }
        }
    }

    /// Hears a line of the copy, as what it is there.
    fn hear_line(&mut self, text: &str, start: usize, line: &str, tells: Tells) {
        // Hardly any line says such a thing: only then it is asked where it stands.
        if held::may_hear_told(line, tells)
            && let Some(place) = place::of_line(text, self.body, start, line)
            && !(place == Place::Head && held::is_news_of_retreat(line, &text[start + line.len()..]))
        {
            self.hear(line, place);
        }
    }

    /// A field tells of an embargo that is over: words without a time speak of the same.
    pub(crate) fn embargo_has_passed(&mut self) {
        self.embargo_passed = true;
    }

    /// Adds what a format took off the end of the copy: what it tells editors says nothing of the story's life, unless a line
    /// of it is of nothing else.
    pub(crate) fn tail(&mut self, note: String) {
        note.lines().take(tail::LINES).for_each(|line| self.hear(line, Place::Line));
        self.notes.push(note);
    }

    /// Heeds how an agency signs, where a format took it off the end of the copy.
    pub(crate) fn sign_off(&mut self, words: &str) {
        if self.dateline.as_ref().is_none_or(|found| found.agency.is_none()) {
            let first = words.split(' ').next().unwrap_or(words);
            self.agency = tail::agency(&[words], false).or_else(|| Agency::writing(first)).or(self.agency);
        }
    }

    /// Hears what a slug says that a format has in a field of its own.
    pub(crate) fn slug(&mut self, slug: &str) {
        self.said.add(labels::of_slug(slug));
        if let Some(doubt) = held::slug(slug) {
            self.doubts.push((slug.to_owned(), doubt));
        }
        if let Some((_, tail)) = slug.split_once(',') {
            self.hear(tail, Place::Head);
        }
        if let Some(label) = labels::of_slug_held(slug) {
            self.hear(&label.to_uppercase(), Place::Head);
        }
        // `KILL KILL KILL`, `EMBARGOED UNTIL 0700 GMT`: no name of a story, but a notice in its place.
        // `HOLD`, `WITHDRAWN` name nothing either; `EMBARGO` may be what a story is about.
        if (slug.contains(' ') || matches!(slug, "HOLD" | "WITHDRAWN"))
            && !slug.contains(char::is_lowercase)
            && held::may_hear(slug, Place::Head)
        {
            self.hear(slug, Place::Head);
        }
    }

    /// Whether the story says where it was filed, or who sent it.
    pub(crate) fn has_dateline(&self) -> bool {
        self.dateline.is_some()
    }

    /// Whether it has a dateline that an agency signs.
    pub(crate) fn is_signed(&self) -> bool {
        self.dateline.as_ref().is_some_and(|found| found.agency.is_some())
    }

    /// Whether the head says this of the story.
    pub(crate) fn says(&self, kind: SignalType) -> bool {
        self.said.signals.iter().any(|signal| signal.kind == kind)
    }

    /// Hears a headline that a format has in a field of its own; whether the story tells what its label is.
    pub(crate) fn hear_headline(&mut self, headline: &str) -> bool {
        self.hear(headline, Place::Head);
        self.doubt(headline, true)
    }

    /// A format's headline without its version words, which are noted.
    pub(crate) fn tagged(&mut self, headline: &str) -> String {
        if self.hear_headline(headline) {
            return headline.to_owned();
        }
        let (rest, said) = labels::of_headline(headline);
        self.hear_behind_labels(headline, rest, &said);
        self.said.add(said);
        if rest.is_empty() { headline.to_owned() } else { rest.to_owned() }
    }

    /// `UPDATE 1-EMBARGOED UNTIL 0700 GMT`, `KORREKTUR: Bitte nicht verwenden`: a headline behind version words is heard as one without
    /// them. What is corrected and not to be used may be the story that was sent before: this one waits until somebody has looked.
    fn hear_behind_labels(&mut self, headline: &str, rest: &str, said: &Said) {
        if rest.is_empty() || rest.len() >= headline.len() {
            return;
        }
        let heard = held::hear(rest, Place::Head);
        let corrects = said.signals.iter().any(|signal| signal.kind == SignalType::Correction);
        let (kill, hold) = (heard.kill && !corrects, heard.hold || heard.kill && corrects);
        self.take(held::Heard { kill, hold, ..heard }, rest);
    }

    fn tag_headline(&mut self) {
        let Some(headline) = self.headline.take() else { return };
        // `WITHDRAWN - Haas driver out of race`: the story tells what it is.
        if self.doubt(&headline, true) {
            self.headline = Some(headline);
            return;
        }
        let (rest, said) = labels::of_headline(without_clock(&headline));
        self.hear_behind_labels(&headline, rest, &said);
        self.said.add(said);
        self.headline = (!rest.is_empty()).then(|| rest.to_owned());
    }

    /// Pages put the headline of another story above this one, and bullets of their own between the two. Where bullets
    /// stand so and hardly a word of the headline is in them or in the story, it is not this story's.
    fn doubt_headline(&mut self, lines: &[Line<'_>], text: &str) {
        /// The beginning of the body tells what it is about, in bytes.
        const REACH: usize = 800;
        let (Some(headline), Some(found)) = (&self.headline, &self.dateline) else { return };
        // An agency's own copy has its bullets, too: only what went through a page may have another's headline.
        if self.header.is_none() && self.stamp.is_none() {
            return;
        }
        let above = lines.iter().take_while(|line| line.start < found.start);
        let bullets: Vec<&str> =
            above.map(|line| line.words).filter(|words| words.starts_with(['*', '•', '·', '-'])).collect();
        if bullets.is_empty() {
            return;
        }
        let reach = text.floor_char_boundary(found.end + REACH);
        // A plural counts as its singular, and words of three letters are in every story.
        let words = |words: &str| {
            let words = words.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 3);
            words
                .map(|word| word.to_lowercase().trim_end_matches('s').to_owned())
                .collect::<std::collections::HashSet<_>>()
        };
        let mut about = words(&text[found.end..reach]);
        bullets.iter().for_each(|bullet| about.extend(words(bullet)));
        let own = words(headline);
        if own.len() >= 3 && own.intersection(&about).count() * 3 < own.len() {
            self.doubted = self.headline.take();
        }
    }

    /// Kills and holds name what they aim at in the lines below the notice.
    fn read_notices(&mut self, lines: &[Line<'_>], text: &str) {
        let aims = |kind| {
            matches!(kind, SignalType::Kill | SignalType::Hold | SignalType::Release | SignalType::Takedown)
        };
        // A notice says so at once.
        let told: Vec<Tells> = lines.iter().take(4).map(|line| held::tells(line.words)).collect();
        for (line, _) in
            lines.iter().zip(&told).filter(|(line, tells)| line.words.len() <= 600 && tells.whole)
        {
            self.said.add(signals::of_sentence(line.words));
        }
        for (nth, line) in lines.iter().enumerate().filter(|(_, line)| line.wrap == Wrap::Not) {
            // Further down only a line in capitals is one of its own.
            let told = told.get(nth).copied();
            if told.is_some() || line.words.len() <= 200 && !line.words.contains(char::is_lowercase) {
                let tells = told.unwrap_or_else(|| held::tells(line.words));
                self.hear_line(text, line.start, line.words, tells);
            }
            // A sentence that is wrapped: `Bitte die Meldung dpa 0157 nicht`, `verwenden.`
            // `Not for release until` / `0700 GMT on March 4`
            let goes_on = |below: &&Line<'_>| {
                below.words.starts_with(char::is_lowercase) || !below.fresh && held::leads_to_time(line.words)
            };
            if let Some(below) = lines.get(nth + 1).filter(|_| nth < 4).filter(goes_on) {
                let joined = format!("{} {}", line.words, below.words);
                if held::may_hear(&joined, Place::Line)
                    && place::of_line(text, self.body, line.start, line.words) == Some(Place::Head)
                {
                    self.hear(&joined, Place::Head);
                }
            }
        }
        for signal in
            self.said.signals.iter_mut().filter(|signal| aims(signal.kind) && signal.target.is_none())
        {
            let targets = lines.iter().take(DATED_LINES).filter(|line| line.words.len() <= 600);
            signal.target = targets
                .filter_map(|line| signals::target_in(line.words))
                .find(|(kind, _)| *kind == signal.kind)
                .map(|(_, target)| target);
        }
    }

    fn read_tail(&mut self, text: &str, is_made: bool) {
        let spots = tail::spots(text);
        let lines: Vec<&str> = spots.iter().map(|(_, line)| *line).collect();
        for (start, line) in spots {
            let tells = held::tells(line);
            if tells.whole {
                self.said.add(signals::of_sentence(line));
            }
            self.hear_line(text, start, line, tells);
        }
        self.sent = tail::sent(&lines);
        self.filed = tail::filed(&lines);
        if self.sent.is_none() {
            self.clocked = tail::day_and_clock(&lines);
            self.footed =
                tail::month_and_day(&lines).map(|(month, day)| WrittenDate::MonthDay { month, day });
        }
        self.agency = tail::agency(&lines, is_made);
        let found = self.dateline.as_ref();
        let signed = found.and_then(|found| found.agency).or(self.agency);
        let written = found.and_then(|found| found.date);
        self.filed = self.filed.or_else(|| tail::slashed(&lines, written, signed));
        self.notes.extend(tail::not_for_publication(text).map(str::to_owned));
    }

    fn find_agency(&self) -> Option<&'static Agency> {
        let by_dateline = self.dateline.as_ref().and_then(|found| found.agency);
        let by_relay = || {
            let relay = self.dateline.as_ref()?.relay.as_ref()?;
            relay.split(['-', '(', ')']).rev().find_map(|words| Agency::signing(words))
        };
        let by_byline = || {
            let pieces = self.byline.as_ref()?;
            pieces.split(", ").flat_map(|piece| piece.split(" - ")).skip(1).find_map(Agency::named_in)
        };
        // `Please kill item dpa 157 …`: agencies kill their own items.
        let by_target = || {
            self.said.signals.iter().filter_map(|signal| signal.target.as_deref()).find_map(Agency::signing)
        };
        let by_page = || self.stamp.as_ref().and_then(|stamp| stamp.agency).or(self.above);
        by_dateline.or_else(by_relay).or(self.agency).or_else(by_byline).or_else(by_target).or_else(by_page)
    }
}

/// The lines of a head.
fn lines(text: &str, from: usize) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut at = from;
    let mut fresh = true;
    while at < text.len() && lines.len() < LINES {
        let end =
            memchr::memchr2(b'\n', b'\r', &text.as_bytes()[at..]).map_or(text.len(), |length| at + length);
        // Word processors and old hosts end a line their own way.
        let whole = &text[at..end];
        let bytes = whole.as_bytes();
        // All but the first of them end with one of these bytes.
        let odd = || memchr::memchr3(0x85, 0xa8, 0xa9, bytes).is_some();
        let plain = memchr::memchr(0xb, bytes).is_none() && (whole.is_ascii() || !odd());
        let cut = if plain { None } else { whole.find(['\u{b}', '\u{85}', '\u{2028}', '\u{2029}']) };
        let end = cut.map_or(end, |length| at + length);
        let words = text[at..end].trim_end();
        let unindented =
            if words.starts_with(|c: char| c.is_ascii_graphic()) { words } else { words.trim_start() };
        if unindented.is_empty() {
            // The `\n` of `\r\n` is no blank line.
            fresh |= !(at > 0 && text.as_bytes()[at - 1] == b'\r' && text.as_bytes().get(at) == Some(&b'\n'));
        } else {
            // What nobody sees may stand before the first word.
            let indent = words.len() - unindented.len();
            let unseen = crate::dateline::unseen_at_start(unindented);
            let seen = if unseen == 0 { unindented } else { unindented[unseen..].trim_start() };
            if seen.is_empty() {
                at = end + text[end..].chars().next().map_or(1, char::len_utf8);
                continue;
            }
            lines.push(Line {
                start: at + words.len() - seen.len(),
                words: seen,
                fresh: fresh || indent > 1 || words.starts_with('\t'),
                stamped: false,
                wrap: Wrap::Not,
            });
            fresh = false;
        }
        at = end + text[end..].chars().next().map_or(1, char::len_utf8);
    }
    lines
}

/// Cuts an embargo off the dateline that follows it in the same line: `EMBARGOED UNTIL 0700 GMT MARCH 4. SANTIAGO, March 3 (Reuters) - …`.
fn cut_embargo(lines: &mut Vec<Line<'_>>) {
    let mut near = lines.iter().take(DATED_LINES).enumerate();
    let cut = near.find_map(|(nth, line)| Some((nth, end_of_embargo(line.words)?)));
    let Some((nth, at)) = cut else { return };
    let line = lines[nth];
    lines[nth].words = line.words[..at].trim_end();
    let below = Line { start: line.start + at, words: &line.words[at..], fresh: true, ..line };
    lines.insert(nth + 1, below);
}

/// Where the dateline begins before which a line is of an embargo.
fn end_of_embargo(line: &str) -> Option<usize> {
    /// No embargo is longer, in bytes.
    const LONGEST: usize = 120;
    const MARKS: &[&str] = &[". ", ") ", "] ", ": ", " - ", " – ", " — ", " -- ", "* "];
    if !held::may_lead(line) {
        return None;
    }
    let near = &line[..line.floor_char_boundary(LONGEST)];
    // Behind a dateline the story begins: `GMT, MARCH 4, 2026` is the end of a line.
    let begins = |found: &Found, rest: &str| {
        found.start == 0
            && found.trust != Trust::Low
            && !found.places.is_empty()
            && rest.get(found.end..).is_some_and(|story| {
                story.contains(char::is_lowercase) && story.trim().split(' ').nth(3).is_some()
            })
    };
    let splits = |at: &usize| {
        let (before, rest) = line.split_at(*at);
        let first = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
        rest.starts_with(char::is_uppercase)
            && crate::dateline::date::month_named(first).is_none()
            && crate::when::ZONES.iter().all(|(zone, _)| !zone.eq_ignore_ascii_case(first))
            && before.bytes().any(|byte| byte.is_ascii_digit())
            && crate::dateline::find(rest).is_some_and(|found| begins(&found, rest))
            && held::hear(before.trim_end(), Place::Head).embargo.is_some()
    };
    let ends = |mark: &str| near.match_indices(mark).map(|(at, mark)| at + mark.len()).collect::<Vec<_>>();
    let mut marked: Vec<usize> = MARKS.iter().flat_map(|mark| ends(mark)).collect();
    marked.sort_unstable();
    // `<b>EMBARGOED UNTIL 0700 GMT MARCH 4, 2026</b> SANTIAGO, March 3 (Reuters) - …`: the last number before the place.
    let blank = || {
        let blanks = near.match_indices(' ').map(|(at, _)| at + 1);
        let mut numbers = blanks.filter(|at| near[..at - 1].ends_with(|c: char| c.is_ascii_digit()));
        numbers.rfind(splits)
    };
    marked.into_iter().find(splits).or_else(blank)
}

/// `BC-US--Trade Gap,412`: a slug without the number of words behind it.
fn without_count(slug: &str) -> &str {
    match slug.rsplit_once(',') {
        Some((rest, count))
            if !count.is_empty() && count.trim().bytes().all(|byte| byte.is_ascii_digit()) =>
        {
            rest
        }
        _ => slug,
    }
}

/// Whether a line says more of the byline above it: both end with a mark, and it is short.
fn is_bytitle_below(above: Line<'_>, line: Line<'_>) -> bool {
    /// No title is longer, in characters.
    const LONG: usize = 40;
    let marked = |line: Line<'_>| line.words.ends_with('=');
    marked(above)
        && marked(line)
        && line::kind(above.words, false) == Kind::Byline
        && line.words.chars().count() <= LONG
}

/// Whether a line stands right above one that is closed by a mark, perhaps a few lines further down.
fn stands_above_headline(lines: &[Line<'_>], nth: usize) -> bool {
    lines.get(nth + 1).is_some_and(|below| !below.fresh) && closes_at(lines, nth).is_some_and(|at| at > nth)
}

/// `Exporte/Schweiz`: words that slashes join, and nothing else.
fn is_slashed(line: &str) -> bool {
    const LONGEST: usize = 40;
    line.len() <= LONGEST
        && line.starts_with(char::is_uppercase)
        && line.split_once('/').is_some_and(|(_, rest)| rest.starts_with(char::is_alphabetic))
        && line.chars().all(|c| c.is_alphanumeric() || matches!(c, '/' | '-'))
}

/// Whether the line below is one that can be the headline, and the dateline at `above` further down.
fn is_above_headline(lines: &[Line<'_>], nth: usize, above: usize) -> bool {
    nth + 1 < above
        && lines.get(nth + 1).is_some_and(|below| {
            !below.stamped
                && below.words.split_whitespace().nth(1).is_some()
                && line::kind(below.words, true) == Kind::Headline
        })
}

/// `Statistisches Bundesamt`: the firm on whose behalf a release was sent, below its time and above its headline, each apart.
fn is_sender(lines: &[Line<'_>], nth: usize, above: usize, agency: Option<&Agency>) -> bool {
    let passes_on = agency.is_some_and(|agency| matches!(agency.code, "news_aktuell" | "apa_ots"));
    passes_on
        && nth > 0
        && lines[nth - 1].stamped
        && lines.get(nth + 1).is_some_and(|below| below.fresh)
        && is_above_headline(lines, nth, above)
}

/// Whether a line is all between one pair of brackets.
fn is_in_brackets(line: &str) -> bool {
    line.strip_prefix('(')
        .and_then(|line| line.strip_suffix(')'))
        .is_some_and(|inner| !inner.contains(['(', ')']))
}

/// Whether a line is one word or a slug, and the one below it a headline of several.
fn is_kicker(line: &str, below: &str) -> bool {
    /// In bytes.
    const LONGEST: usize = 40;
    /// A headline has so many words.
    const WORDS: usize = 3;
    let slug = line.split(" (").next().unwrap_or(line);
    let bracket = slug.len() == line.len() || line.ends_with(')');
    line.len() <= LONGEST
        && bracket
        && !slug.contains(' ')
        && slug.contains(char::is_alphabetic)
        && (slug.len() == line.len() || line::is_slug(slug))
        && !line.ends_with(['!', '?', '.'])
        && below.split_whitespace().nth(WORDS - 1).is_some()
        && !below.starts_with('(')
}

/// `* Star rises`: a point that stands alone at the very beginning, and no list.
fn is_starred_headline(lines: &[Line<'_>], nth: usize) -> bool {
    nth == 0
        && line::is_bullet(lines[0].words)
        && lines.get(1).is_some_and(|below| below.fresh && !line::is_bullet(below.words))
}

/// Whether a line is an agency's sign and nothing else.
fn is_signature(line: &str) -> bool {
    let words = words::trim_mark(line);
    let bare = words.strip_prefix("The ").unwrap_or(words);
    bare.len() < 30 && Agency::is_sign(bare)
}

/// The lines, among those in which a head can be, in which the page says when it was published. A line that does not
/// say what it is stands apart, or below a line of the head; in a paragraph or a table it is a line like the others.
fn stamps(lines: &mut [Line<'_>]) -> Vec<(usize, Stamp)> {
    /// Among so many lines is one that says when the page was published …
    const STAMPED_LINES: usize = 9;
    /// … and among so many one that does not say what it is.
    const BARE_LINES: usize = 7;
    let mut stamps = Vec::new();
    for nth in 0..lines.len().min(STAMPED_LINES) {
        let line = lines[nth];
        let Some(stamp) = stamp::read(line.words).filter(|_| line.wrap == Wrap::Not) else { continue };
        if stamp.labelled || stamp.agency.is_some() || nth < BARE_LINES && is_apart(lines, nth) {
            lines[nth].stamped = true;
            stamps.push((nth, stamp));
        }
    }
    stamps
}

/// Whether a line is not the middle of a paragraph: it stands apart, or below a headline or another line of the head.
fn is_apart(lines: &[Line<'_>], nth: usize) -> bool {
    let heads = |line: Line<'_>| {
        line.stamped || !matches!(line::kind(line.words, false), Kind::Body | Kind::Headline)
    };
    lines[nth].fresh || nth <= 1 || heads(lines[nth - 1])
}

/// Whether a line goes on with what the line above began.
fn continues(line: Line<'_>) -> bool {
    !line.fresh && !line.stamped && line.words.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit())
}

/// Small words with which no headline ends, in the languages of the wires.
#[rustfmt::skip]
const OPEN: &[&str] = &[
    "a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with",
    "aus", "das", "dem", "den", "der", "des", "die", "für", "im", "mit", "nach", "und", "von", "vor", "zum", "zur",
    "au", "aux", "avec", "dans", "de", "du", "en", "et", "la", "le", "les", "par", "pour", "sur", "un", "une",
    "con", "del", "el", "las", "los", "para", "por", "y", "che", "da", "dal", "dalla", "della", "di", "e", "il", "per", "do", "dos", "com",
];

/// Whether a headline goes on in the next line: it does so in capitals too, and behind a word that closes none.
fn wraps_into(line: Line<'_>, next: Line<'_>) -> bool {
    let capitals = |line: Line<'_>| !line.words.contains(char::is_lowercase);
    let last = line.words.rsplit(' ').next().unwrap_or("");
    continues(next) || !next.fresh && OPEN.contains(&last) || !next.fresh && capitals(line) && capitals(next)
}

/// The line below a headline at which a mark closes it: `… dix millions pour` / `raccorder les villages =`. What stands
/// between is of the headline, too.
fn closes_at(lines: &[Line<'_>], nth: usize) -> Option<usize> {
    /// No headline is wrapped into more lines.
    const MOST: usize = 4;
    let marked = |line: &Line<'_>| line.words.ends_with(['=', '+']);
    if marked(lines.get(nth)?) {
        return None;
    }
    for (at, line) in lines.iter().enumerate().skip(nth + 1).take(MOST) {
        if line.fresh || line::kind(line.words, false) != Kind::Headline {
            return None;
        }
        // A subtitle follows the headline, and may be closed instead of it.
        if line::is_subtitle(line.words) {
            return (at > nth + 1).then(|| at - 1);
        }
        if marked(line) {
            return Some(at);
        }
    }
    None
}

/// Whether a line is less than half as long as the one below it: lines that are wrapped are filled.
fn is_overline(line: &str, below: &str) -> bool {
    line.chars().count() * 2 < below.chars().count()
}

/// Whether the paragraph of the first of these lines ends with a full stop: then it is one, and no headline.
fn paragraph_ends_like_one(lines: &[Line<'_>]) -> bool {
    let more = lines.iter().skip(1).take_while(|line| !line.fresh).count();
    lines.get(more).is_some_and(|line| words::ends_like_a_sentence(line.words))
}

/// The dateline among the lines, with the number of its line.
///
/// The first that an agency signs or that has a date is taken; words that only look like a dateline are taken where
/// the body begins and nowhere else.
fn dateline(
    lines: &[Line<'_>],
    stamps: &[(usize, Stamp)],
    signs: &[&str],
    kinds: &mut Vec<Option<Kind>>,
) -> Option<(usize, Found)> {
    let mut paragraphs = 0;
    for (nth, line) in lines.iter().enumerate() {
        if line.stamped {
            let place = stamps.iter().find(|(at, _)| *at == nth).and_then(|(_, stamp)| stamp.place);
            if let Some((start, end)) = place {
                return Some((nth, Found::of_place(line.words, line.start, start, end)));
            }
            continue;
        }
        if line.wrap != Wrap::Not {
            continue;
        }
        if paragraphs == 0
            && nth > 0
            && let Some(mut found) = alone(lines, nth)
        {
            found.start += line.start;
            found.end += line.start;
            return Some((nth, found));
        }
        let found = crate::dateline::find(line.words);
        let found = match found {
            None if !signs.is_empty() => crate::dateline::signed_by(line.words, signs),
            found => found,
        };
        if let Some(found) = wrapped(lines, nth, found.as_ref()) {
            return Some((nth, found));
        }
        // Where an agency signs, nothing else is asked.
        let is_signed = found.as_ref().is_some_and(|found| found.trust == Trust::Signed);
        let kind = if is_signed { Kind::Body } else { line::kind(line.words, false) };
        kinds.resize(nth, None);
        kinds.push(Some(kind).filter(|_| !is_signed));
        let body = kind == Kind::Body
            || kind == Kind::Headline
                && lines.get(nth + 1).is_some_and(|next| continues(*next))
                && paragraph_ends_like_one(&lines[nth..]);
        if let Some(mut found) = found {
            let here = match found.trust {
                // `Gold Rises (Reuters)` may be a headline, `Stockholm (TT)` below one is not.
                Trust::Signed => nth > 0 || found.date.is_some() || found.end < line.words.len(),
                // In the middle of a paragraph a place and a date are the end of a sentence.
                Trust::Dated if found.end >= line.words.trim_end_matches('.').len() => {
                    nth < DATED_LINES && is_apart(lines, nth)
                }
                Trust::Dated => {
                    nth < DATED_LINES
                        && !matches!(kind, Kind::Furniture | Kind::Note)
                        && !is_dated_headline(lines, nth, &found)
                }
                // `… this year. (PNA)`: behind the last sentence of the paragraph stands who sent it.
                Trust::Low => {
                    paragraphs == 0 && (body || kind == Kind::Headline && is_signed_off(line.words))
                }
            };
            if here {
                found.start += line.start;
                found.end += line.start;
                return Some((nth, found));
            }
        }
        paragraphs += usize::from(body);
        if paragraphs >= PARAGRAPHS {
            return None;
        }
    }
    None
}

/// Whether a sign ends a line behind a whole sentence.
fn is_signed_off(line: &str) -> bool {
    let sentence = |before: &str| words::ends_like_a_sentence(before.trim_end());
    line.rsplit_once([' ', '(']).is_some_and(|(before, _)| sentence(before.trim_end_matches('(')))
        && tail::agency(&[line], false).is_some()
}

/// A dateline that goes on in the line below, in bytes of the text: `RIO DE JANEIRO, Brazil,` / `March 3 (Reuters) - `. `own` is
/// what the line has of one by itself.
fn wrapped(lines: &[Line<'_>], nth: usize, own: Option<&Found>) -> Option<Found> {
    /// Lines that are wrapped are no longer, in bytes.
    const WIDTH: usize = 120;
    /// Small words inside the names of places.
    const JOINTS: &[&str] =
        &["DE", "DEL", "DU", "DOS", "LA", "LAS", "LOS", "EL", "OF", "ES", "DO", "DA", "SUR", "AUX", "AM"];
    let (line, below) = (lines[nth], *lines.get(nth + 1)?);
    let words = line.words;
    // Words in small letters are of a sentence, but for joints and months.
    let is_of_sentence = |word: &str| {
        word.len() > 3
            && word.starts_with(char::is_lowercase)
            && crate::dateline::date::month_named(word.trim_end_matches([',', '.'])).is_none()
            && crate::dateline::date::weekday_named(word).is_none()
    };
    let may = !below.fresh
        && !below.stamped
        && words.len() <= WIDTH
        && words.starts_with(|c: char| c.is_uppercase() || matches!(c, '(' | '[' | '*'))
        && own.is_none_or(|own| own.end >= words.len() || own.places.is_empty());
    if !may || words.split(' ').any(is_of_sentence) {
        return None;
    }
    if !line.fresh && words.split(',').next().is_some_and(|place| place.contains(char::is_lowercase)) {
        return None;
    }
    // `WASHINGTON/` / `BEIJING`, `BADEN-` / `BADEN`
    let marked = words.ends_with('/')
        || words.strip_suffix('-').is_some_and(|name| name.ends_with(char::is_alphabetic));
    let joined = format!("{words}{}{}", if marked { "" } else { " " }, below.words);
    let start_below = joined.len() - below.words.len();
    let found = crate::dateline::find(&joined)?;
    let is_known = || found.places.first().is_some_and(|place| crate::dateline::is_known(place));
    let last = words.rsplit(' ').next().unwrap_or(words);
    // What stands below a headline is a dateline by itself.
    let goes_on = words.ends_with(',')
        || own.is_some_and(|own| !own.places.is_empty() || found.date.is_some() && !found.places.is_empty())
        || JOINTS.contains(&last)
        || is_known()
        || own.is_none() && crate::dateline::find(below.words).is_none();
    // A line that ends a story stands below nothing: `Record March 13` / `Reuter`.
    let told = found.end < joined.trim_end().len() || below.words.starts_with(['(', '[']);
    let whole = told
        && found.start < words.len()
        && !words[..found.start].ends_with(')')
        && found.end > start_below
        && (found.trust == Trust::Signed || found.trust == Trust::Dated && nth < DATED_LINES);
    (whole && goes_on).then(|| Found {
        start: line.start + found.start,
        end: below.start + found.end - start_below,
        ..found
    })
}

/// `OPEC 3 March - Output held`: with no comma behind its first words, no full stop and a paragraph below, a line is a headline
/// that names a day.
fn is_dated_headline(lines: &[Line<'_>], nth: usize, found: &Found) -> bool {
    let words = lines[nth].words;
    let below = lines.get(nth + 1).filter(|below| below.fresh && words::ends_like_a_sentence(below.words));
    below.is_some()
        && words
            .get(..found.end)
            .is_some_and(|dateline| dateline.ends_with(['-', '–', '—', ':']) && !dateline.contains(','))
        && !words::ends_like_a_sentence(words)
        && found.end < words.len()
}

/// `ANKARA`: a place on a line of its own, between the line that says who wrote and the first paragraph. It is Anadolu
/// that writes so.
fn alone(lines: &[Line<'_>], nth: usize) -> Option<Found> {
    let (line, before, next) = (lines.get(nth)?, lines.get(nth.checked_sub(1)?)?, lines.get(nth + 1)?);
    if line.words.len() > 40
        || line.words.contains(char::is_lowercase)
        || !next.words.contains(char::is_lowercase)
    {
        return None;
    }
    // `AP ECONOMICS WRITER`, `KYODO NEWS`, `STAFF REPORTER`
    let titled = ["WRITER", "EDITOR", "REPORTER", "CORRESPONDENT", "STAFF", "TIMES", "POST"];
    if line.words.split(' ').any(|word| titled.contains(&word)) || Agency::signing(line.words).is_some() {
        return None;
    }
    let mut found = crate::dateline::alone(line.words)?;
    let by = before.stamped || line::kind(before.words, false) == Kind::Byline;
    let body = line::kind(next.words, false) == Kind::Body && !before.words.ends_with('.');
    found.agency = Agency::with_code("anadolu");
    (by && body).then_some(found)
}

/// A headline without the clock that a terminal puts in a column before it: `14:32  Exports rise`.
fn without_clock(headline: &str) -> &str {
    let (clock, rest) = headline.split_once([' ', '\t']).unwrap_or(("", headline));
    let column = rest.starts_with([' ', '\t']) && clock.len() == 5 && is_clock(clock);
    if column { rest.trim_start() } else { headline }
}

/// The time in an agency's footer, among the last lines of these words.
pub(crate) fn sent(words: &str) -> Option<When> {
    tail::sent(&tail::lines(words))
}

/// The day in a footer that has no zone and puts slashes into it: the copy above tells whether the month stands first.
pub(crate) fn filed(footer: &str, copy: &str, source: &str) -> Option<When> {
    let lines = tail::lines(footer);
    // Nearly no footer has one.
    if !lines.iter().any(|line| line.contains('/')) {
        return None;
    }
    let head = Head::read(copy);
    let written = head.dateline.as_ref().and_then(|found| found.date);
    tail::slashed(&lines, written, head.agency.or_else(|| Agency::signing(source))).map(When::Date)
}

/// When an embargo in words ends, if they state time, zone and date: a day without a year is one near the sending.
pub(crate) fn embargo_end(words: &str, sent: Option<Date>) -> Option<When> {
    embargo::end_in(words, sent)
}

/// Whether words are names and what stands between them.
pub(crate) fn are_names(words: &str) -> bool {
    line::is_names(words)
}

/// Whether a line begins with a dateline that an agency signs, or that has a date.
pub(crate) fn begins_with_dateline(line: &str) -> bool {
    crate::dateline::find(line)
        .is_some_and(|found| found.trust != Trust::Low && found.end < line.trim_end().len())
}

/// Whether a line reads as a headline, and not as a note, a byline or a sentence.
pub(crate) fn is_headline(line: &str) -> bool {
    line::kind(line, true) == Kind::Headline
}

/// Whether a line holds the story back or takes it back, and is no headline of it: `KILL KILL KILL`, `EMBARGO 06/0700Z`.
pub(crate) fn is_notice(line: &str) -> bool {
    matches!(line::kind(line, true), Kind::Notice | Kind::Embargo)
        || held::may_hear(line, Place::Line) && held::hear(line, Place::Line) != held::Heard::default()
}

/// Whether a line says who wrote the story, and nothing else.
pub(crate) fn is_byline(line: &str) -> bool {
    line::kind(line, false) == Kind::Byline || line::is_small_byline(line)
}

/// Whether a line below a byline says who that is: `AP Economics Writer`.
pub(crate) fn is_bytitle(line: &str) -> bool {
    line::kind(line, false) == Kind::Bytitle
}

/// The byline that a line is, without what stands around it.
pub(crate) fn byline_of(line: &str) -> &str {
    line::without_brackets(words::trim_mark(line))
}

/// Whether words are the sign of a known agency, as it writes it.
pub(crate) fn is_sign(words: &str) -> bool {
    words.len() > 1 && Agency::writing(words).is_some()
}

/// Whether words say that a known agency has the rights.
pub(crate) fn of_copyright(words: &str) -> bool {
    Agency::of_copyright(words).is_some()
}

/// What of a story may be printed, and what the agency tells editors below it.
pub(crate) fn printable(text: &str) -> Option<(&str, &str)> {
    tail::cut(text)
}

/// The known agency that words name.
pub(crate) fn known_provider(words: &str) -> Option<Provider> {
    Agency::named_in(words.trim()).map(Agency::provider)
}

/// The provider that words name: an agency that is not known goes by its own name.
pub(crate) fn provider_named(words: &str) -> Option<Provider> {
    let words = words.trim();
    let code = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let code = code.map(str::to_lowercase).collect::<Vec<_>>().join("_");
    (!code.is_empty()).then(|| Provider { code, name: Some(words.to_owned()) })
}
