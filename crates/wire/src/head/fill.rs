//! What a head gives an article: each field that the format left open, and what its times mean.

use article::{Article, DateOnly, Dateline, PubStatus, Signal, SignalType, Span, Warning, When};
use jiff::civil::{Date, DateTime};

use super::header::HeaderDate;
use super::signals::Said;
use super::{Head, embargo, held, restrict, stamp, status, year};
use crate::agencies::Agency;
use crate::dateline::date::{days_between, is_fresh};
use crate::dateline::{Found, WrittenDate};

impl Head {
    /// Puts what the head says where the article says nothing yet.
    pub(crate) fn fill(mut self, article: &mut Article, received: Option<Date>) {
        for (words, doubt) in self.doubts.iter().filter(|(_, doubt)| doubt.is_embargo()) {
            if doubt.verdict(article.text.get(self.body..).unwrap_or("")) != held::Verdict::News {
                self.embargoes.push((words.clone(), 0));
            }
        }
        let footer = self.plausible_footer(&mut article.warnings);
        // A line of the page may be the release date itself.
        let issued = article.published_at.or(footer).map(When::date);
        let footer =
            footer.or_else(|| article.published_at.is_none().then(|| self.stamped(article, received))?);
        let footer = footer.or_else(|| article.published_at.is_none().then(|| self.footed(received))?);
        let sent = article.published_at.or(footer).map(When::date);
        let sent = sent.or_else(|| self.header.map(|header| header.date.latest())).or(self.filed);
        if article.embargoed_until.is_none() {
            // A dateline that has its year tells when it was sent, too.
            let full = self.dateline.as_ref().and_then(|found| match found.date {
                Some(WrittenDate::Full(date)) => Some(date),
                _ => None,
            });
            let issued = issued.or_else(|| self.header.map(|header| header.date.latest())).or(self.filed);
            self.fill_embargo(article, sent.or(full), issued.or(full));
        }
        let sent = sent.or_else(|| article.embargoed_until.map(When::date));
        if article.dateline.is_none() {
            article.dateline = self.dateline.as_ref().map(|found| {
                let body = article.text.get(self.body..).unwrap_or("");
                let date = self.resolve(found.date, sent, received, body, &mut article.warnings);
                dateline_of(found, date, &article.text)
            });
        }
        if article.published_at.is_none() {
            let header = self.header.and_then(|header| header.date.day());
            let dateline = article.dateline.as_ref().and_then(|dateline| dateline.date).map(|date| date.0);
            article.published_at = footer.or_else(|| header.or(self.filed).or(dateline).map(When::Date));
        }
        if let Some(relay) = self.dateline.as_ref().and_then(|found| found.relay.as_ref()) {
            article.warn("relayed", relay.clone());
        }
        if let Some(headline) = self.doubted.filter(|_| article.headline.is_none()) {
            article.warn("headline_unrelated", headline);
        }
        let body = article.text.get(self.body..).unwrap_or("");
        let mut heard = self.heard;
        for (words, doubt) in &self.doubts {
            match doubt.verdict(body) {
                // Told with the embargoes.
                _ if doubt.is_embargo() => {}
                held::Verdict::Wire => heard.add(Said::of_one(SignalType::Kill, words)),
                held::Verdict::Unclear => heard.add(Said::of_one(SignalType::Hold, words)),
                held::Verdict::News => {}
            }
        }
        let said = self.said;
        article.headline = article.headline.take().or(self.headline);
        article.byline = article.byline.take().or(self.byline);
        article.slugline = article.slugline.take().or(self.slugline);
        article.ed_note =
            article.ed_note.take().or_else(|| (!self.notes.is_empty()).then(|| self.notes.join("\n")));
        article.urgency = article.urgency.or(said.urgency);
        article.provider = article.provider.take().or_else(|| self.agency.map(Agency::provider));
        if article.keywords.is_empty() {
            article.keywords = self.keywords;
        }
        if article.version == 1 {
            article.version = said.version.unwrap_or(1).max(1);
        }
        let signals = || said.signals.iter().chain(&heard.signals);
        let told = status(&signals());
        if told != PubStatus::Usable {
            restrict(article, told, "the story's own words");
        }
        for signal in signals() {
            // A takedown is a kill, too.
            let same = |known: &Signal| {
                known.kind == signal.kind
                    || signal.kind == SignalType::Kill
                        && known.kind == SignalType::Takedown
                        && heard.signals.contains(signal)
            };
            if !article.signals.iter().any(same) {
                article.signals.push(signal.clone());
            }
        }
        if article.language.is_none() {
            article.language = crate::language::of(article.text.get(self.body..).unwrap_or(""));
        }
    }

    /// What a footer means that does not say all of its day: the last such day by what the story says of its date, or by its
    /// receipt.
    fn footed(&self, received: Option<Date>) -> Option<When> {
        let written = self.dateline.as_ref().and_then(|found| found.date);
        let full = match written {
            Some(WrittenDate::Full(date)) => Some(date),
            _ => None,
        };
        let near = self.header.map(|header| header.date.latest()).or(full).or(received)?;
        if let Some((day, clock, offset)) = self.clocked {
            let date = WrittenDate::Day(day).resolve(Some(near))?;
            return Some(When::Moment { clock: DateTime::from_parts(date, clock), offset });
        }
        self.footed?.resolve(Some(near)).map(When::Date)
    }

    /// The time that the page says, unless the crawler's header speaks against it.
    fn stamped(&self, article: &mut Article, received: Option<Date>) -> Option<When> {
        /// The beginning of the body tells the weekday, in bytes.
        const REACH: usize = 1500;
        let stamp = self.stamp.as_ref()?;
        let header = self.header.and_then(|header| header.date.day());
        let body = article.text.get(self.body..).unwrap_or("");
        let written = self.dateline.as_ref().and_then(|found| found.date);
        let full = match written {
            Some(WrittenDate::Full(date)) => Some(date),
            _ => None,
        };
        let (when, guessed) = stamp.when(&stamp::Context {
            near: header.or(full),
            dateline: written,
            agency: self.agency,
            received,
            body: body.get(..REACH).unwrap_or(body),
        });
        if let Some(header) = header.filter(|header| days_between(*header, when.date()).abs() > 3) {
            article.warn("dates_differ", format!("page {when}, header {header}"));
            return None;
        }
        if guessed {
            article.warn(
                "date_ambiguous",
                format!("{when}: day and month of the page's date could be exchanged"),
            );
        }
        Some(when)
    }

    /// The footer's time, unless the crawler's header speaks against it.
    fn plausible_footer(&self, warnings: &mut Vec<Warning>) -> Option<When> {
        let (footer, header) = (self.sent?, self.header.and_then(|header| header.date.day()));
        if header.is_some_and(|header| days_between(header, footer.date()).abs() > 3) {
            let text = format!("footer {footer}, header {}", header.unwrap_or_default());
            warnings.push(Warning { code: "dates_differ".to_owned(), text });
            return None;
        }
        Some(footer)
    }

    /// The embargo, and what may be done with the story.
    fn fill_embargo(&self, article: &mut Article, sent: Option<Date>, issued: Option<Date>) {
        let said = |signal: &article::Signal| {
            let words = |(words, _): &(String, usize)| signal.text.as_ref() == Some(words);
            signal.kind == SignalType::Embargo && self.embargoes.iter().any(words)
        };
        if article.signals.iter().any(said) {
            return;
        }
        let mut until: Option<(When, &str)> = None;
        let mut unclear: Option<&String> = None;
        for (words, from) in &self.embargoes {
            let told = words.get(*from..).unwrap_or(words);
            if held::tells_issue(told).is_some_and(|on| !self.is_ahead(told, issued).unwrap_or(on)) {
                continue;
            }
            match embargo::latest_end_in(told, sent) {
                // Of two the later one counts.
                Some(end) if until.is_none_or(|(known, _)| crate::when::is_later(end, known)) => {
                    until = Some((end, words));
                }
                // A day that was over when the story was sent is no embargo, whatever the hour.
                None if sent.is_some_and(|sent| {
                    let day = embargo::day_in(told, Some(sent)).or_else(|| embargo::latest_in(told));
                    day.is_some_and(|day| day < sent)
                }) => {}
                // `$ADV12` says less than `For release Saturday, July 12`.
                None if !self.embargo_passed => {
                    let more = unclear.is_none_or(|known| held::is_numbered_advance(known));
                    unclear = if more { Some(words) } else { unclear };
                }
                Some(_) | None => {}
            }
        }
        let Some(words) = until.map(|(_, words)| words).or(unclear.map(String::as_str)) else { return };
        article.embargoed_until = until.map(|(end, _)| end);
        article.signals.push(article::Signal {
            kind: SignalType::Embargo,
            text: Some(words.to_owned()),
            target: None,
        });
        if article.embargoed_until.is_none() {
            article.warn("embargo_unclear", words);
            restrict(article, PubStatus::Withheld, "the story's own words");
        }
    }

    /// Whether the day that a line names lies ahead of the one on which the story was issued, or of its dateline where nothing else
    /// tells that. What lies far ahead is no embargo, but a film.
    fn is_ahead(&self, line: &str, issued: Option<Date>) -> Option<bool> {
        /// In days.
        const FAR: i32 = 31;
        let written = self.dateline.as_ref().and_then(|found| found.date);
        let (issued, day) = match (issued, written) {
            (Some(issued), _) => (issued, embargo::day_in(line, Some(issued))?),
            (None, Some(WrittenDate::MonthDay { month, day })) => match embargo::day_in(line, None) {
                Some(full) => (written?.filed(Some(full))?, full),
                // Any year does that has all days.
                None if embargo::names_day(line) => {
                    const LEAP: i16 = 2024;
                    let issued = Date::new(LEAP, month, day).ok()?;
                    (issued, embargo::day_in(line, Some(issued))?)
                }
                None => return None,
            },
            _ => return None,
        };
        Some((1..=FAR).contains(&days_between(issued, day)))
    }

    /// The day that the dateline means; notes where that had to be guessed or does not fit.
    fn resolve(
        &self,
        date: Option<WrittenDate>,
        sent: Option<Date>,
        received: Option<Date>,
        body: &str,
        warnings: &mut Vec<Warning>,
    ) -> Option<Date> {
        let mut warn = |code: &str, text: String| warnings.push(Warning { code: code.to_owned(), text });
        let date = date?;
        let header = self.header.map(|header| header.date);
        if let Some(HeaderDate::Within(first, last)) = header {
            warn("date_imprecise", format!("the header's date is between {first} and {last}"));
        }
        let day = match (header, date) {
            (Some(HeaderDate::Within(first, last)), WrittenDate::MonthDay { month, day }) => {
                let within =
                    Date::new(first.year(), month, day).ok().filter(|date| (first..=last).contains(date));
                within.or_else(|| date.filed(sent))
            }
            _ => date.filed(sent),
        };
        let Some(day) = day else {
            let fresh = received
                .and_then(|received| date.resolve(Some(received)).filter(|date| is_fresh(received, *date)));
            let told = || match date {
                WrittenDate::MonthDay { month, day } => year::told(body, month, day),
                _ => None,
            };
            let told = if fresh.is_none() { told() } else { None };
            match (fresh, told) {
                (Some(day), _) => warn(
                    "year_from_receipt",
                    format!("{day} is the nearest such day to when it was received"),
                ),
                (None, Some(day)) => {
                    warn(
                        "year_from_text",
                        format!("{day} has the weekday that the story names, and a year near its years"),
                    );
                }
                (None, None) => {
                    warn("no_year", "the dateline has no year and the story no other date".to_owned());
                }
            }
            return fresh.or(told);
        };
        let (first, last) = match header {
            Some(HeaderDate::Within(first, last)) => (first, last),
            _ => sent.map_or((day, day), |sent| (sent, sent)),
        };
        // Three days are the longest that a story was seen to lie before it was sent.
        if days_between(last, day) > 3 || days_between(first, day) < -3 {
            warn("dates_differ", format!("dateline {day}, sent {}", sent.unwrap_or(last)));
        }
        Some(day)
    }
}

fn dateline_of(found: &Found, date: Option<Date>, text: &str) -> Dateline {
    let exact = &text[found.start..found.end];
    let start = text[..found.start].chars().count();
    let span = Span { start, end: start + exact.chars().count(), exact: exact.to_owned() };
    Dateline { places: found.places.clone(), date: date.map(DateOnly), span: Some(span) }
}
