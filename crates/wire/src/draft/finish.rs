//! What a draft becomes: its text, its times, what may be done with it, and the rest from the copy.

use article::{Article, DateOnly, Dateline, Provider, PubStatus, Signal, SignalType, Span, When};
use jiff::civil::{DateTime, Time};

use super::{Draft, MOST, byline, identifier, says};
use crate::charset::Decoded;
use crate::formats::Format;
use crate::head::{self, Head};
use crate::prose::{fold, same_words};
use crate::reject::Left;
use crate::when::{self, Told};
use crate::{Received, Skipped, Unreadable, dateline, finish, timestamp};

impl Draft {
    /// The article. `own` are its bytes alone, out of all that were received.
    pub(crate) fn finish(
        mut self,
        received: &Received<'_>,
        own: &[u8],
        format: Format,
        decoded: &Decoded<'_>,
    ) -> Result<Article, Left> {
        self.headline =
            self.headline.take().map(|headline| fold(&headline)).filter(|headline| !headline.is_empty());
        crate::formats::read_letters(&mut self);
        self.choose_body()?;
        if !self.text_as_is {
            self.trim_body();
            self.cut_tail();
            self.cut_sign_offs();
            self.cut_lines();
        }
        if let Some(lead) = self.lead.take().filter(|lead| !says(&self.body, lead)) {
            self.leave_out("abstract", &lead);
        }
        self.mend_slugline();
        self.mend_byline();
        self.mend_id();
        self.choose_time();
        let headline = self.headline.take().map(|headline| without_mark(&headline).to_owned());
        // In place: a body may be hundreds of megabytes, and is held once.
        let mut text = std::mem::take(&mut self.body);
        if let Some(headline) = headline.as_ref().filter(|_| !self.text_as_is) {
            if !text.is_empty() {
                text.insert_str(0, "\n\n");
            }
            text.insert_str(0, headline);
        }
        self.article.text = text;
        let known = self.makers.iter().take(MOST).find_map(|maker| head::known_provider(maker));
        self.article.provider = self.article.provider.take().or(known);

        let signs = signs(&self.makers);
        let mut head = Head::below(
            &self.article.text,
            head::Known {
                slug: self.article.slugline.as_deref(),
                headline: headline.as_deref(),
                signs: &signs,
                transmitted: matches!(format, Format::Iptc7901 | Format::Anpa1312 | Format::Zczc),
                from: self.body_from,
            },
        );
        for words in std::mem::take(&mut self.sign_offs) {
            head.sign_off(&words);
        }
        for note in std::mem::take(&mut self.notes) {
            head.note(note);
        }
        if let Some(tail) = self.tail.take() {
            head.tail(tail);
        }
        for (place, words) in std::mem::take(&mut self.heard) {
            head.hear(&words, place);
        }
        if let Some(slug) = &self.article.slugline {
            head.slug(slug);
        }
        for slug in std::mem::take(&mut self.slugs) {
            head.slug(&slug);
        }
        self.article.headline = headline.map(|headline| head.tagged(&headline));
        self.heed_signals();
        if self.set_embargo() {
            head.embargo_has_passed();
        }
        self.status_signal(&head);
        let fields = self.dateline_field();
        self.article.warnings.splice(0..0, decoded.warnings.iter().cloned());
        finish::finish(&mut self.article, head, received, own, format, decoded.charset);
        // A maker whom we do not know counts less than the sign under the dateline.
        self.article.provider = self.article.provider.take().or_else(|| named(&self.makers));
        self.say_holders();
        self.merge_dateline(fields);
        self.say_the_rest();
        Ok(self.article)
    }

    /// A signal of a field counts as much as a status, and more than one that says the opposite.
    fn heed_signals(&mut self) {
        let mut own = self.article.signals.iter().filter(|signal| signal.target.is_none());
        let said = head::status(&own);
        self.embargoed |= own.any(|signal| signal.kind == SignalType::Embargo);
        if said != PubStatus::Usable {
            self.article.pub_status = Some(said);
        }
    }

    /// The holders of rights who are not the provider.
    fn say_holders(&mut self) {
        for holder in std::mem::take(&mut self.holders) {
            let provider = head::known_provider(&holder).or_else(|| head::provider_named(&holder));
            if provider
                .is_some_and(|holds| self.article.provider.as_ref().is_none_or(|own| own.code != holds.code))
            {
                self.rights(&format!("holder: {holder}"));
            }
        }
    }

    /// The summary stands in for a body that is not there; what then has no words at all is no story.
    fn choose_body(&mut self) -> Result<(), Left> {
        let canceled = self.article.pub_status == Some(PubStatus::Canceled);
        if self.body.is_empty() {
            if let Some(code) = self.media.filter(|_| !canceled) {
                let what = self.headline.take().or(self.lead.take());
                let what = what.or_else(|| Some(self.article.id.clone()).filter(|id| !id.is_empty()));
                return Err(Left::Skipped(Skipped::new(
                    code,
                    what.unwrap_or_else(|| "without a headline".to_owned()),
                )));
            }
            self.body = self.lead.take().unwrap_or_default();
        }
        if self.body.is_empty() {
            if self.headline.is_none() && !canceled {
                return Err(Unreadable::new("no_text", "neither a headline nor a paragraph").into());
            }
            self.article.warn("no_text", "the body is empty");
        }
        Ok(())
    }

    /// Takes off the top of the body what stands in fields already: the headline once more, the slug, a clock time.
    fn trim_body(&mut self) {
        /// No more lines than this stand above a story.
        const LINES: usize = 4;
        for _ in 0..LINES {
            let end = self.body.find("\n\n").unwrap_or(self.body.len());
            let first = self.body[..end].trim();
            let is = |known: &Option<String>| known.as_ref().is_some_and(|known| same_words(first, known));
            let clock = first.len() <= 12 && first.split_whitespace().next().is_some_and(head::is_clock);
            let next = (end + 2).min(self.body.len());
            if next == self.body.len() || !is(&self.headline) && !is(&self.article.slugline) && !clock {
                return;
            }
            if clock {
                let first = first.to_owned();
                self.leave_out("clock", &first);
            }
            self.body.drain(..next);
        }
    }

    /// An author who stands in the slugline: there is no other, or he has his title there.
    fn mend_slugline(&mut self) {
        /// No byline is longer, in bytes.
        const LONG: usize = 80;
        let author = |slug: &mut String| {
            slug.len() <= LONG && byline::says_by(slug) && slug.contains(' ') && byline::of(slug).is_ok()
        };
        let Some(author) = self.article.slugline.take_if(author) else { return };
        self.article.warn("misplaced", format!("slugline holds a byline: {author}"));
        if self.article.byline.as_ref().is_none_or(|known| says(&author, known)) {
            self.article.byline = Some(author);
        }
    }

    /// A byline that is an agency's sign: nobody's name, and who made the story.
    fn mend_byline(&mut self) {
        let Some(sign) = self.article.byline.take_if(|byline| head::is_sign(byline)) else { return };
        self.article.warn("misplaced", format!("byline holds an agency: {sign}"));
        self.makers.push(sign);
    }

    /// A version that stands behind the identifier too: a time or a count of the whole service, which is too long to be there by
    /// chance, or a number behind what names the story already.
    fn mend_id(&mut self) {
        const LONG: u64 = 10_000;
        let Article { id, version, .. } = &self.article;
        let behind = id.strip_suffix(&version.to_string());
        let stem = behind
            .and_then(|stem| match stem.strip_suffix([':', '/', '#', '@', '!', ';']) {
                Some(stem) if identifier::names_one(stem) => Some(stem),
                _ => stem.strip_suffix([':', '/', '.', '-', '_']).filter(|_| *version >= LONG),
            })
            .filter(|stem| !stem.is_empty());
        if let Some(stem) = stem.map(str::to_owned) {
            let whole = std::mem::replace(&mut self.article.id, stem);
            self.article.warn("revision_in_id", whole);
        }
    }

    /// Where the version's own time is missing another stands in for it, and it is said which.
    fn choose_time(&mut self) {
        if self.issued.is_none()
            && let Some((name, when)) = self.other_times.first()
        {
            self.issued = Some(*when);
            self.article.warn("time_fallback", format!("{name}: {when}"));
        }
        self.article.published_at = self.article.published_at.or(self.issued);
    }

    /// Gives an article what this draft knows of its life, and what words say that stand above it, and nothing else.
    pub(crate) fn restrict(mut self, article: &mut Article, words: &str, who: &str) {
        let mut head = if words.is_empty() { Head::default() } else { Head::read(words) };
        words.clone_into(&mut self.article.text);
        for (place, words) in std::mem::take(&mut self.heard) {
            head.hear(&words, place);
        }
        self.article.published_at = self.issued;
        self.heed_signals();
        if self.set_embargo() {
            head.embargo_has_passed();
        }
        head.fill(&mut self.article, None);
        self.status_signal(&Head::default());
        head::restrict_by(article, &self.article, who);
    }

    /// Whether a field tells of an embargo that was over when the story was issued.
    fn set_embargo(&mut self) -> bool {
        let fields = self.embargo.take().into_iter().chain(std::mem::take(&mut self.more_embargoes));
        let mut told: Vec<Embargo> =
            fields.collect::<Vec<_>>().iter().filter_map(|field| self.embargo_of(field)).collect();
        told.extend(self.released.and_then(|release| self.embargo_of_release(release, self.released_clock)));
        for written in std::mem::take(&mut self.releases) {
            let embargo = when::read(&written)
                .when()
                .and_then(|release| self.embargo_of_release(release, timestamp::clock_of(&written)));
            // That it was released before says nothing of what it is in another field.
            told.extend(embargo);
        }
        let passed = told.contains(&Embargo::Passed);
        let until = told.iter().filter_map(|embargo| match embargo {
            Embargo::Until(when, words) => Some((*when, words)),
            _ => None,
        });
        // Of two the later one counts, and what can be read before what cannot.
        let latest = until.reduce(|one, other| if when::is_later(other.0, one.0) { other } else { one });
        if let Some((when, words)) = latest {
            self.embargo_until(Some(when), words.clone());
            return false;
        }
        let unclear = told.iter().find_map(|embargo| match embargo {
            Embargo::Unclear(words) => Some(words.clone()),
            _ => None,
        });
        match unclear {
            Some(words) if !passed => self.embargo_until(None, words),
            _ if self.embargoed && !passed => self.embargo_until(None, "embargoed".to_owned()),
            _ => {}
        }
        passed
    }

    /// What a field says that is there for embargoes.
    fn embargo_of(&mut self, written: &str) -> Option<Embargo> {
        let written = written.trim();
        let issued = self.issued;
        if written.is_empty() || is_no(written) {
            return None;
        }
        if is_yes(written) {
            return Some(Embargo::Unclear("embargoed".to_owned()));
        }
        Some(match when::read(written) {
            Told::When(when @ When::Moment { .. }) => {
                // Beside an issue without a clock it may still be ahead.
                let ahead = issued.is_none_or(|issued| match issued {
                    When::Date(day) => when.date() >= day,
                    When::Moment { .. } => when::is_later(when, issued),
                });
                // What is not wholly written as a time should be may have lost a digit: on that day, or long ago.
                let loose = timestamp::read(written).is_none_or(|read| read.zoneless);
                let days =
                    issued.map_or(0, |issued| dateline::date::days_between(when.date(), issued.date()));
                if !ahead && loose && !(1..=366).contains(&days) {
                    return Some(Embargo::Unclear(written.to_owned()));
                }
                if ahead { Embargo::Until(when, when.to_string()) } else { Embargo::Passed }
            }
            // A day, or a clock without a zone: it may still be ahead.
            Told::When(when) | Told::Zoneless(when)
                if issued.is_some_and(|issued| when.date() < issued.date()) =>
            {
                Embargo::Passed
            }
            // `026-03-04T06:00:00Z` has lost a digit, and stands for something.
            Told::Placeholder if !is_placeholder(written) => Embargo::Unclear(written.to_owned()),
            Told::Placeholder => {
                self.article.warn("bad_date", format!("embargo: {written}"));
                return None;
            }
            // `0900 GMT Friday`
            Told::Unreadable => match head::embargo_end(written, issued.map(When::date)) {
                Some(until) => Embargo::Until(until, written.to_owned()),
                None => Embargo::Unclear(written.to_owned()),
            },
            Told::When(_) | Told::Zoneless(_) => Embargo::Unclear(written.to_owned()),
        })
    }

    /// What a field says that tells when a story is released: that is no embargo if it is not later than the story was made.
    fn embargo_of_release(&self, release: When, written: Option<DateTime>) -> Option<Embargo> {
        let filed = || self.filed.map(When::Date);
        let made = self.issued.or(self.article.published_at).or_else(filed);
        let Some(made) = made else {
            // Nothing tells when it was made: what lies behind needs no holding back, and does not get it.
            return Some(match release {
                When::Moment { .. } => Embargo::Until(release, release.to_string()),
                When::Date(_) => return None,
            });
        };
        match release {
            When::Moment { clock, .. } => {
                let later = match made {
                    When::Moment { .. } => when::is_later(release, made),
                    When::Date(day) => {
                        release.date() > day || release.date() == day && self.is_later_that_day(clock)
                    }
                };
                later.then(|| Embargo::Until(release, release.to_string()))
            }
            // A later day without its hour, or an hour of that day without its zone.
            When::Date(day) => {
                let same_day = day == made.date();
                let hour = written.filter(|_| same_day).is_some_and(|clock| self.is_later_that_day(clock));
                let words = written.map_or_else(|| day.to_string(), |clock| clock.to_string());
                (day > made.date() || hour).then_some(Embargo::Unclear(words))
            }
        }
    }

    /// Whether a clock is later than that of the issue; midnight stands for a day.
    fn is_later_that_day(&self, clock: DateTime) -> bool {
        let issued = self.issued_clock.or(match self.issued {
            Some(When::Moment { clock, .. }) => Some(clock),
            _ => None,
        });
        clock.time() > issued.map_or(Time::midnight(), DateTime::time)
    }

    fn embargo_until(&mut self, until: Option<When>, words: String) {
        self.article.embargoed_until = until;
        if until.is_none() {
            let why = if words == "embargoed" {
                "it is said to be embargoed, and no release time is given".to_owned()
            } else {
                words.clone()
            };
            self.article.warn("embargo_unclear", why);
            // What is killed needs no holding back.
            let killed = |signal: &Signal| matches!(signal.kind, SignalType::Kill | SignalType::Takedown);
            if self.article.signals.iter().any(killed) {
                self.article.pub_status = Some(PubStatus::Canceled);
            }
            if self.article.pub_status != Some(PubStatus::Canceled) {
                self.article.pub_status = Some(PubStatus::Withheld);
            }
        }
        self.article.signals.push(Signal { kind: SignalType::Embargo, text: Some(words), target: None });
    }

    /// A status that no words speak of is a signal all the same.
    fn status_signal(&mut self, head: &Head) {
        let (kind, text) = match self.article.pub_status {
            Some(PubStatus::Canceled) => (SignalType::Kill, "canceled"),
            Some(PubStatus::Withheld) => (SignalType::Hold, "withheld"),
            _ => return,
        };
        let held = |signal: &Signal| signal.kind == SignalType::Embargo && kind == SignalType::Hold;
        let known = |signal: &Signal| held(signal) || signal.kind == kind;
        if !head.says(kind) && !self.article.signals.iter().any(known) {
            self.article.signals.push(Signal { kind, text: Some(text.to_owned()), target: None });
        }
    }

    /// The dateline of a field, if it is one: many hold a time, a number or nothing.
    fn dateline_field(&mut self) -> Option<Field> {
        let words = self.dateline.take()?;
        let read = dateline::in_element(&words);
        if read.is_none() {
            self.article.warn("misplaced", format!("dateline holds no place: {words}"));
        }
        Some((words, read?))
    }

    /// The copy's own dateline has a span; the field's fills in what the copy leaves out.
    fn merge_dateline(&mut self, field: Option<Field>) {
        let article = &mut self.article;
        let published = article.published_at.map(When::date);
        let (words, (places, written)) = field.unwrap_or_default();
        let date = self.filed.or_else(|| written.and_then(|date| date.filed(published)));
        match &mut article.dateline {
            Some(dateline) => {
                if dateline.places.is_empty() {
                    dateline.places = places;
                } else if places.first().is_some_and(|place| !names(dateline, place)) {
                    self.located.push(places.join(", "));
                }
                dateline.date = dateline.date.or(date.map(DateOnly));
            }
            None if !places.is_empty() => {
                let span = span_of(&words, &article.text);
                article.dateline = Some(Dateline { places, date: date.map(DateOnly), span });
                self.read_dateline = Some(words);
            }
            None => {}
        }
        article.published_at = article.published_at.or(date.map(When::Date));
        // Where the desk is that sent the story: no place to go by, and still a word of the file.
        for place in std::mem::take(&mut self.located) {
            if !self.article.dateline.as_ref().is_some_and(|dateline| names(dateline, &place)) {
                self.leave_out("located", &place);
            }
        }
    }
}

/// What a field says of an embargo.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Embargo {
    Until(When, String),
    /// It ended before the story was issued.
    Passed,
    Unclear(String),
}

/// A dateline in a field: its words, and what they say.
type Field = (String, (Vec<String>, Option<dateline::WrittenDate>));

fn names(dateline: &Dateline, place: &str) -> bool {
    dateline.places.iter().any(|known| same_words(known, place) || says(known, place) || says(place, known))
}

/// Where the words of a dateline that the mark-up tells stand in the text, near its beginning.
fn span_of(words: &str, text: &str) -> Option<Span> {
    /// In bytes.
    const NEAR: usize = 4000;
    let near = &text[..text.floor_char_boundary(NEAR)];
    let at = near.find(words).filter(|_| !words.is_empty())?;
    let start = near[..at].chars().count();
    Some(Span { start, end: start + words.chars().count(), exact: words.to_owned() })
}

/// What stands in a field for embargoes where there is none.
fn is_no(words: &str) -> bool {
    ["0", "false", "n/a", "no", "none", "null", "nein"].iter().any(|no| words.eq_ignore_ascii_case(no))
        || !words.contains(char::is_alphanumeric)
        || head::is_no_embargo(words)
}

/// What programs write where there is no time.
fn is_placeholder(words: &str) -> bool {
    const YEARS: &[&str] = &["0000", "0001", "1601", "1753", "1899", "1900", "1970", "9999"];
    // A zone (`+0000`) is no year, and neither is a part of a longer number, unless a month and a day follow.
    let zone = words.rfind(['+', '-']).filter(|at| words[at + 1..] == *"0000");
    let words = &words[..zone.unwrap_or(words.len())];
    words
        .split(|c: char| !c.is_ascii_digit())
        .any(|number| matches!(number.len(), 4 | 8 | 14) && YEARS.iter().any(|year| number.starts_with(year)))
}

fn is_yes(words: &str) -> bool {
    ["1", "true", "yes"].iter().any(|yes| words.eq_ignore_ascii_case(yes))
}

/// Words by which makers who are no known agency may sign: `LPA`, and the `AGN` of `AGN - Agroalimentare`.
fn signs(makers: &[String]) -> Vec<&str> {
    /// More makers and longer signs are none, in bytes.
    const MOST: usize = 8;
    const LONGEST: usize = 24;
    let sign = |maker: &&str| {
        (2..=LONGEST).contains(&maker.len())
            && maker.starts_with(char::is_uppercase)
            && maker.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '.' | '&'))
    };
    let parts = makers.iter().take(MOST).flat_map(|maker| maker.split(" - ").take(2)).map(str::trim);
    parts.filter(sign).collect()
}

/// The first maker that has a name; else the first that has a code. An address is neither.
fn named(makers: &[String]) -> Option<Provider> {
    /// Longer titles and statements of rights are no names, in bytes.
    const NAME: usize = 80;
    let a_word = |maker: &str| maker.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
    let a_name = |maker: &str| maker.contains(' ') || a_word(maker) && maker.contains(char::is_lowercase);
    let mut short = makers.iter().map(|maker| maker.trim()).filter(|maker| maker.len() <= NAME);
    let name = short.clone().find(|maker| maker.starts_with(char::is_uppercase) && a_name(maker));
    name.or_else(|| short.find(|maker| a_name(maker) || a_word(maker))).and_then(head::provider_named)
}

/// A headline without the `=` or `+` that some systems end it with.
fn without_mark(headline: &str) -> &str {
    let bare = headline.trim_end().trim_end_matches(['=', '+']);
    if bare.ends_with(char::is_whitespace) { bare.trim_end() } else { headline }
}
