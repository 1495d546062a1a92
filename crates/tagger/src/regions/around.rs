//! The capitalised name around a spot, and what it makes of it: a place, a place's name inside another name, or nothing.
//!
//! What counts is the run of capitalised words in which the spot stands, with its small connecting words ("Bank **of** China",
//! "China-ROK **(**Changchun**)** International …"), and the classes of those words in `data/name-words.tsv`:
//!
//! - an organisation's, event's, product's or newspaper's head after it, or before it with "of", makes it an inside name;
//! - a person's office after it leaves it a mention ("Russian Deputy Prime Minister"); before it, it is a person ("Gov. Jordan");
//! - a possessive, a small word or a stop ends the name: "China's Ministry of …" is China;
//! - money after it makes it a currency: nothing;
//! - a noun glued to words that no list knows is somebody else's name ("Jordan Ellis & Co", "Pat Jordan"), an adjective is not.

use std::ops::Range;

use article::Level;

use super::atlas::{Atlas, Place};
use super::spot::{Spot, Zone};
use super::words::Classes;
use crate::text::{Story, Token, TokenKind};

/// What a name around a spot makes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    Place,
    /// Inside the name of something else.
    Inside,
    /// A person's name.
    Person,
    /// A currency, an address …
    Nothing,
}

/// The words around a spot that belong to the same name, the nearest first, and what ends it.
#[derive(Debug, Default)]
pub(crate) struct Around {
    right: Vec<usize>,
    left: Vec<usize>,
    /// What stands between the spot and the words on its left.
    tie: Tie,
    /// The first word on the left opens a sentence.
    opens: bool,
    /// The spot is in brackets behind the words on its left.
    bracketed: bool,
    standing: Standing,
}

/// How a spot stands in the name around it.
#[expect(clippy::struct_excessive_bools, reason = "answers about one word, each by itself")]
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Standing {
    /// `'s` follows the spot itself.
    pub(crate) possessive: bool,
    /// The spot opens a sentence.
    pub(crate) first: bool,
    /// Nothing of the name follows the spot, as nothing follows a surname.
    pub(crate) last: bool,
    /// The spot is the whole name.
    pub(crate) alone: bool,
    /// The word that opens the sentence before it may belong to its name: "Norbert Lindqvist".
    pub(crate) joins: bool,
    /// So many words of the same name stand right before the spot.
    pub(crate) leads: usize,
}

/// How a name goes on from the words on the left to the spot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Tie {
    #[default]
    None,
    /// `of`, `for`.
    Of,
    /// A foreign `of`: `Cereais do Sul`.
    ForeignOf,
}

/// Whose name a spot is, as the words around it say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Owner {
    /// A place's, or nothing is said of it.
    Nobody,
    /// Another's, whose whole name it stands in: it may stand for it alone elsewhere.
    Other,
    /// An acronym: an organisation's.
    Acronym,
    /// A person or a firm: it says something.
    Speaker,
    /// A firm: it has shareholders.
    Firm,
}

pub(crate) struct Reader<'a> {
    pub(crate) story: &'a Story<'a>,
    pub(crate) atlas: &'a Atlas,
}

/// So many bytes between two words of a line part columns.
const BLANKS: usize = 3;

const NEAR: usize = 12;
/// Ways that a hyphen joins to a place: "pan-Asian".
const PREFIXES: &[&str] =
    &["Pan", "Pro", "Anti", "Non", "Ex", "Trans", "Intra", "Inter", "Post", "Pre", "Cross", "Then"];
/// What only people are called.
const PERSONS: &[&str] = &[
    "Mr", "Mrs", "Ms", "Miss", "Dr", "Sir", "Dame", "Lady", "Judge", "Justice", "Rev", "Prof", "Sen", "Rep",
];
/// First words of offices that firms bear too.
const OF_FIRMS: &[&str] = &["National", "Security", "Federal", "First", "State", "Home", "Liberal"];

impl<'a> Reader<'a> {
    pub(crate) fn text(&self, token: usize) -> &'a str {
        self.story.tokens.get(token).map_or("", |token| token.text)
    }

    pub(crate) fn classes(&self, token: usize) -> Classes {
        self.story.tokens.get(token).map(|token| Classes::from(token.known)).unwrap_or_default()
    }

    fn is_word(&self, token: usize) -> bool {
        self.story.tokens.get(token).is_some_and(|token| token.kind == TokenKind::Word)
    }

    pub(crate) fn is_capital(&self, token: usize) -> bool {
        self.story.tokens.get(token).is_some_and(|token| token.capital)
    }

    /// Whether nothing stands between a token and the next.
    pub(crate) fn glued(&self, token: usize) -> bool {
        token.checked_add(1).is_some_and(|next| self.touches(token, next))
    }

    /// Whether nothing stands between two neighbouring tokens.
    fn touches(&self, left: usize, right: usize) -> bool {
        match (self.story.tokens.get(left), self.story.tokens.get(right)) {
            (Some(left), Some(right)) => left.end == right.start,
            _ => false,
        }
    }

    /// Whether a paragraph ends between two neighbouring tokens.
    #[inline]
    pub(crate) fn parted(&self, left: usize, right: usize) -> bool {
        match self.story.tokens.get(right) {
            Some(token) if left < right && token.on_new_line => self.is_paragraph_end(left, token.start),
            // `United States    Canada     China`: heads of columns, and no name
            Some(token) if left + 1 == right => {
                self.story.tokens.get(left).is_some_and(|left| token.start >= left.end + BLANKS)
            }
            Some(_) if left < right => false,
            _ => true,
        }
    }

    /// Whether a paragraph ends in the white space behind a token, in which a line does.
    fn is_paragraph_end(&self, token: usize, next: usize) -> bool {
        let token = &self.story.tokens[token];
        let gap = self.story.words(token.end..next);
        // the row of a table goes on with nothing
        let row = || {
            let rest = &self.story.text.as_bytes()[next..];
            has_columns(&rest[..memchr::memchr(b'\n', rest).unwrap_or(rest.len())])
        };
        gap.len() > 3 || self.story.headline.contains(&token.start) || gap.matches('\n').count() > 1 || row()
    }

    /// Whether a token is the first of its sentence, or the first after an opening quote or bracket.
    pub(crate) fn opens_sentence(&self, token: usize) -> bool {
        let Some(at) = self.story.tokens.get(token) else { return false };
        // most words stand one space behind another
        if let Some(before) = token.checked_sub(1).and_then(|before| self.story.tokens.get(before))
            && before.kind == TokenKind::Word
            && before.end + 1 == at.start
            && self.story.text.as_bytes()[before.end] == b' '
            && self.story.dateline.end != at.start
        {
            return false;
        }
        let sentence = self.story.sentence_at(at.start).and_then(|index| self.story.sentences.get(index));
        if sentence.is_some_and(|sentence| sentence.tokens.start == token) || token == 0 {
            return true;
        }
        let mark = match self.sign(token - 1) {
            0 => false,
            b'"' | b'(' | b':' => true,
            b'-' => !self.touches(token - 1, token),
            _ => match self.text(token - 1) {
                "“" | "•" | "‘" => true,
                "–" | "—" => !self.touches(token - 1, token),
                _ => false,
            },
        };
        mark || self.parted(token - 1, token) || self.story.dateline.end == at.start
    }

    /// Reads the words around a spot into `around`, which may hold those of another.
    pub(crate) fn read(&self, spot: &Spot<'_>, around: &mut Around) -> Standing {
        around.right.clear();
        around.left.clear();
        around.tie = Tie::None;
        around.opens = false;
        around.bracketed = false;
        around.standing = Standing { first: self.opens_sentence(spot.tokens.start), ..Standing::default() };
        self.grow_right(spot.tokens.end, around);
        self.grow_left(spot.tokens.clone(), around);
        around.standing.last = around.right.is_empty();
        let leads = (1..).zip(&around.left).take_while(|(back, token)| **token + back == spot.tokens.start);
        around.standing.leads = leads.count();
        around.standing.alone = around.right.is_empty() && around.left.is_empty();
        around.standing.joins = around.opens
            && around.tie == Tie::None
            && around.left.first().is_some_and(|token| self.classes(*token).is_plain());
        around.standing
    }

    fn grow_right(&self, from: usize, around: &mut Around) {
        let mut at = from;
        while at < from + NEAR && !self.parted(at - 1, at) {
            let touches = self.touches(at - 1, at);
            if self.is_word(at) {
                if self.is_capital(at) && !touches {
                    if self.classes(at).any(Classes::DAY) && !self.classes(at).any(Classes::HEAD) {
                        return;
                    }
                    around.right.push(at);
                } else if !around.right.is_empty() && self.connects(at) {
                    let next = if self.text(at + 1) == "the" { at + 2 } else { at + 1 };
                    if !self.is_capital(next) {
                        return;
                    }
                    at = next - 1;
                } else {
                    return;
                }
                at += 1;
                continue;
            }
            match self.text(at) {
                "-" | "–" | "‑" if touches && self.touches(at, at + 1) => {
                    if !self.is_capital(at + 1) {
                        return;
                    }
                    around.right.push(at + 1);
                    at += 2;
                }
                "'" | "’" if touches => {
                    let after_s = matches!(self.text(at + 1), "s" | "S") && self.touches(at, at + 1);
                    let plural = !self.touches(at, at + 1) && self.text(at - 1).ends_with(['s', 'S']);
                    if around.right.is_empty() {
                        around.standing.possessive |= after_s || plural;
                        return;
                    }
                    if !plural || !self.is_capital(at + 1) {
                        return;
                    }
                    at += 1;
                }
                "." if touches && !around.right.is_empty() && self.is_short(at - 1) => at += 1,
                // "Naas, Co. Kildare"
                "," if touches
                    && self.text(at + 1) == "Co"
                    && (self.is_capital(at + 2) || self.text(at + 2) == "." && self.is_capital(at + 3)) =>
                {
                    return;
                }
                "," if touches && self.classes(at + 1).any(Classes::COMPANY) && self.is_capital(at + 1) => {
                    at += 1;
                }
                "," if touches && self.text(at - 1) == "." && self.classes(at + 1).any(Classes::COMPANY) => {
                    at += 1;
                }
                "&" if self.is_capital(at + 1) => at += 1,
                "(" if self.is_capital(at + 1) && self.text(at + 2) == ")" && self.is_capital(at + 3) => {
                    around.right.push(at + 1);
                    at += 3;
                }
                ")" if self.is_capital(at + 1) && self.text(at.wrapping_sub(2)) == "(" => at += 1,
                _ => return,
            }
        }
    }

    fn grow_left(&self, Range { start: from, end }: Range<usize>, around: &mut Around) {
        let mut at = from;
        while at > 0 && at + NEAR > from && !self.parted(at - 1, at) {
            let before = at - 1;
            let touches = self.touches(before, at);
            if self.is_word(before) {
                let glued = touches
                    || (before > 0
                        && matches!(self.text(before - 1), "'" | "’")
                        && self.touches(before - 1, before));
                if self.is_capital(before) && !glued {
                    let opens = self.opens_sentence(before);
                    let classes = self.classes(before);
                    // "he told Reuters Taiwan would cut it"
                    let told = || before > 0 && matches!(self.text(before - 1), "told" | "tells");
                    if classes.any(Classes::DAY)
                        || opens && classes.any(Classes::SMALL)
                        || self.text(before) == "The"
                        || self.text(before) == "Reuters" && told()
                    {
                        return;
                    }
                    around.opens |= around.left.is_empty() && opens;
                    around.left.push(before);
                    at = before;
                    if opens {
                        return;
                    }
                    continue;
                }
                let linked = if self.text(before) == "the" { before.checked_sub(1) } else { Some(before) };
                // "the University of Texas at Austin"
                if self.text(before) == "at"
                    && before > 3
                    && self.text(before - 2) == "of"
                    && self.text(before - 3) == "University"
                {
                    around.tie = if around.left.is_empty() { Tie::Of } else { around.tie };
                    around.left.push(before - 3);
                    return;
                }
                let Some(link) = linked.filter(|link| {
                    matches!(
                        self.text(*link),
                        "of" | "for" | "de" | "del" | "da" | "do" | "di" | "du" | "des"
                    )
                }) else {
                    return;
                };
                if link == 0 || !self.is_capital(link - 1) || self.touches(link - 1, link) {
                    return;
                }
                if around.left.is_empty() {
                    let english = matches!(self.text(link), "of" | "for");
                    around.tie = if english { Tie::Of } else { Tie::ForeignOf };
                }
                at = link;
                continue;
            }
            match self.text(before) {
                "-" | "–"
                    if touches
                        && before > 0
                        && self.touches(before - 1, before)
                        && self.is_capital(before - 1) =>
                {
                    around.left.push(before - 1);
                    at = before - 1;
                    if self.opens_sentence(at) {
                        return;
                    }
                }
                "." if before > 0
                    && self.touches(before - 1, before)
                    && self.is_short(before - 1)
                    && self.is_capital(before - 1) =>
                {
                    around.left.push(before - 1);
                    at = before - 1;
                }
                "(" if before > 1 && self.text(end) == ")" && self.is_capital(before - 1) => {
                    around.bracketed = true;
                    at = before;
                }
                "&" if before > 0 && self.is_capital(before - 1) => at = before,
                _ => return,
            }
        }
    }

    /// `of`, `for` … and, inside a longer name, `and`.
    fn connects(&self, token: usize) -> bool {
        matches!(
            self.text(token),
            "of" | "for" | "and" | "on" | "de" | "del" | "da" | "do" | "the" | "in" | "to"
        )
    }

    /// A short form that may end in a stop inside a name: `Co.`, `Pharm.`, `St.`, an initial.
    fn is_short(&self, token: usize) -> bool {
        /// Heads that are written short; `Bank.`, `Union.`, `Party.` end a sentence.
        const HEADS: [&str; 10] =
            ["Univ", "Inst", "Assn", "Assoc", "Dept", "Natl", "Intl", "Bros", "Pharm", "Fed"];
        let text = self.text(token);
        let classes = self.classes(token);
        text.chars().count() == 1
            || classes.any(Classes::COMPANY)
            || text.len() <= 5
                && (classes.any(Classes::TITLE)
                    || classes.any(Classes::HEAD) && HEADS.iter().any(|head| head.eq_ignore_ascii_case(text)))
    }

    pub(crate) fn verdict(&self, spot: &Spot<'_>, around: &Around) -> Verdict {
        if spot.zone == Zone::Dateline {
            // the agency and the month stand there too
            let before = spot.tokens.start.checked_sub(1).map_or("", |before| self.text(before));
            let agency = self.text(spot.tokens.end) == ")"
                || before == "("
                || before == "/" && self.text(spot.tokens.end) == "/";
            let month = self.classes(spot.tokens.start).any(Classes::DAY);
            return if agency || month { Verdict::Nothing } else { Verdict::Place };
        }
        if self.is_money(spot) {
            return Verdict::Nothing;
        }
        if self.is_address_end(spot) || self.is_language(spot) || self.is_highway(spot) {
            return Verdict::Nothing;
        }
        if self.is_office(spot.tokens.end) || self.is_number(spot.tokens.end) {
            return Verdict::Inside;
        }
        if self.is_quoted_firm(spot, around) {
            return Verdict::Inside;
        }
        if self.is_rulers(spot) {
            return Verdict::Person;
        }
        if self.is_of_partners(spot) {
            return Verdict::Inside;
        }
        if self.is_lent(spot, around.left.last().copied(), around.right.last().copied()) {
            return Verdict::Inside;
        }
        if spot.zone == Zone::Capitals || self.is_in_capitals(spot) {
            return self.verdict_in_capitals(spot, around);
        }
        match self.by_right(spot, around) {
            Verdict::Place => self.by_left(spot, around),
            other => other,
        }
    }

    /// `on U.S. 80`, `U.S. Highway 80`, `U.S. Route 1`: a road.
    fn is_highway(&self, spot: &Spot<'_>) -> bool {
        const ROADS: &[&str] = &["Highway", "Route", "Hwy", "Interstate"];
        const ON: &[&str] =
            &["on", "along", "onto", "off", "closed", "crossed", "cross", "crossing", "near", "and", "to"];
        let next = spot.tokens.end;
        // few names stand before a number or a capital
        if !(self.is_digits(next) || self.is_capital(next) && ROADS.contains(&self.text(next)))
            || !spot.is_adjective()
            || spot.is_demonym()
        {
            return false;
        }
        let road = |at: usize| self.is_digits(at) && self.text(at).len() < 4;
        if ROADS.contains(&self.text(next)) {
            return road(next + 1);
        }
        road(next)
            && ON.contains(&self.text(spot.tokens.start.wrapping_sub(1)))
            && (self.classes(next + 1).any(Classes::SMALL)
                || matches!(self.text(next + 1), "." | "," | ";" | ")"))
            && !matches!(self.text(next + 2), "billion" | "million" | "000")
            && !self.is_digits(next + 2)
    }

    /// `the Kennedy administration`, `the Menderes regime`: a town has none, unless it is a capital.
    fn is_rulers(&self, spot: &Spot<'_>) -> bool {
        const RULES: &[&str] =
            &["administration", "regime", "presidency", "doctrine", "dictatorship", "dynasty"];
        let town = |place: &Place<'_>| {
            place.level == Level::City && !place.is_capital() || place.level == Level::Other
        };
        RULES.contains(&self.text(spot.tokens.end)) && spot.senses.iter().all(|(_, place)| town(place))
    }

    /// "the law firm of Spear, Leeds and Kellogg": one of the names of a partnership.
    fn is_of_partners(&self, spot: &Spot<'_>) -> bool {
        /// Words of such a list before the name.
        const LIST: usize = 6;
        let joins = |token: usize| {
            let is_short = |token: &Token<'_>| token.end - token.start <= 3;
            self.story.tokens.get(token).is_some_and(is_short)
                && matches!(self.text(token), "," | "and" | "&")
        };
        if !joins(spot.tokens.start.wrapping_sub(1)) && !joins(spot.tokens.end) {
            return false;
        }
        let mut first = spot.tokens.start;
        while first > 0
            && spot.tokens.start - first < LIST
            && (self.is_capital(first - 1) || joins(first - 1))
        {
            first -= 1;
        }
        let before = first.wrapping_sub(1);
        let before = if self.text(before) == "of" { before.wrapping_sub(1) } else { before };
        matches!(self.text(before), "firm" | "firms" | "partnership")
    }

    /// In capitals only the nearest words are trusted.
    fn verdict_in_capitals(&self, spot: &Spot<'_>, around: &Around) -> Verdict {
        let nearest = |list: &[usize]| list.first().map_or(Classes::default(), |token| self.classes(*token));
        if around.tie != Tie::None
            && nearest(&around.left).any(Classes::LEAD)
            && !nearest(&around.left).any(Classes::TITLE)
        {
            return Verdict::Inside;
        }
        if nearest(&around.right).any(Classes::COMPANY) {
            return Verdict::Inside;
        }
        let headed = around.right.iter().take(3).any(|token| {
            matches!(
                self.text(*token),
                "Bank" | "Exchange" | "Ministry" | "University" | "Times" | "Airshow" | "Expo"
            )
        });
        if headed && !spot.is_adjective() {
            return Verdict::Inside;
        }
        Verdict::Place
    }

    fn by_right(&self, spot: &Spot<'_>, around: &Around) -> Verdict {
        let right = &around.right;
        let last = |class: Classes| right.iter().rposition(|token| self.classes(*token).any(class));
        let first = |class: Classes| right.iter().position(|token| self.classes(*token).any(class));
        let head = last(Classes::HEAD.or(Classes::COMPANY));
        // "Paul Lindqvist and the Japanese Finance Minister": an office behind a name is another's
        let of_office = Classes::TITLE
            .or(Classes::POST)
            .or(Classes::CHIEF)
            .or(Classes::HEAD)
            .or(Classes::WAY)
            .or(Classes::KIND);
        let held =
            spot.is_adjective() || right.first().is_some_and(|token| self.classes(*token).any(of_office));
        if held
            && let Some(office) = last(Classes::CHIEF)
            && head.is_none_or(|head| head < office)
        {
            return Verdict::Place;
        }
        if held
            && let Some(title) = first(Classes::TITLE)
            && first(Classes::HEAD.or(Classes::COMPANY)).is_none_or(|head| title < head)
        {
            return Verdict::Place;
        }
        // after the stop of "U.S." a plain noun may have a capital: "U.S. Bonds fell"
        let is_common = right.len() == 1
            && self.classes(right[0]).any(Classes::COMMON)
            && self.text(spot.tokens.end - 1) == "."
            && spot.is_adjective();
        if is_common {
            return Verdict::Place;
        }
        if head.is_some() {
            return Verdict::Inside;
        }
        let Some(nearest) = right.first() else { return Verdict::Place };
        let known = Classes::KIND.or(Classes::WAY).or(Classes::POST).or(Classes::DAY).or(Classes::SMALL);
        if spot.is_adjective() || self.classes(*nearest).any(known) || self.is_hyphen(spot.tokens.end) {
            return Verdict::Place;
        }
        if self.is_all_capitals(*nearest) && self.text(*nearest).len() > 1 {
            // "Japan GDP", "China PMI"
            return Verdict::Place;
        }
        if spot.is_person() && right.len() == 1 { Verdict::Person } else { Verdict::Inside }
    }

    fn by_left(&self, spot: &Spot<'_>, around: &Around) -> Verdict {
        let way = Classes::WAY.or(Classes::KIND);
        let mut left = around.left.iter().skip_while(|token| {
            self.classes(**token).any(way)
                    && !self.classes(**token).any(Classes::HEAD)
                    // "Pan Huashan"
                    && (!PREFIXES.contains(&self.text(**token)) || self.is_hyphen(**token + 1))
        });
        let Some(nearest) = left.next().copied() else { return Verdict::Place };
        let classes = self.classes(nearest);
        if self.ends_modifier(nearest) {
            return Verdict::Place;
        }
        if PERSONS.contains(&self.text(nearest)) && around.tie == Tie::None && spot.is_noun() {
            return Verdict::Person;
        }
        if around.tie != Tie::None {
            let led = classes.any(Classes::LEAD);
            let titled = classes.any(Classes::TITLE);
            let foreign = around.tie == Tie::ForeignOf && !classes.any(Classes::KIND);
            return if led && !titled || foreign { Verdict::Inside } else { Verdict::Place };
        }
        if self.is_hyphen(spot.tokens.start.saturating_sub(1)) {
            return Verdict::Place;
        }
        if spot.is_demonym() && self.is_surname(spot, around) {
            return Verdict::Person;
        }
        // "Jack Lebanon scored": the name of no place goes on so, "San Jose California" does
        if classes.any(Classes::GIVEN)
            && spot.is_noun()
            && around.right.is_empty()
            && left.next().is_none_or(|before| self.classes(*before).any(Classes::GIVEN.or(Classes::TITLE)))
        {
            return Verdict::Person;
        }
        // "Houston Texans", "Cleveland Indians": a team
        if spot.is_demonym()
            && self.classes(spot.tokens.start).any(Classes::HEAD)
            && !classes.any(Classes::SMALL)
        {
            return Verdict::Inside;
        }
        // "First Boston" within a sentence
        let is_ordinal = classes.any(Classes::SMALL) && classes.any(Classes::POST) && !around.opens;
        if spot.is_adjective() || classes.any(Classes::SMALL) && !is_ordinal {
            return Verdict::Place;
        }
        // "Bank of China (Hong Kong)" is one name, "Kipchoge Lindqvist (Kenya)" is a person and where he is from
        if around.bracketed {
            let named = Classes::HEAD.or(Classes::COMPANY).or(Classes::LEAD);
            let is_named = around.left.iter().any(|token| self.classes(*token).any(named));
            // "Namibia (South West Africa)"
            let is_place = || {
                self.story.tokens.get(nearest).is_some_and(|word| self.atlas.may_begin(self.story.text, word))
            };
            let from =
                spot.may_be_country() && around.right.is_empty() && (around.left.len() > 1 || is_place());
            return if from && !is_named { Verdict::Place } else { Verdict::Inside };
        }
        if classes.any(Classes::TITLE) {
            return if spot.is_person() { Verdict::Person } else { Verdict::Place };
        }
        if classes.any(Classes::HEAD.or(Classes::COMPANY)) {
            return Verdict::Inside;
        }
        // "National Westminster", "Security Pacific"
        if OF_FIRMS.contains(&self.text(nearest)) && !spot.may_be_country() {
            return Verdict::Inside;
        }
        if classes.any(Classes::POST) && !is_ordinal || around.opens && !spot.is_person() {
            return Verdict::Place;
        }
        if spot.is_person() { Verdict::Person } else { Verdict::Inside }
    }

    /// Whether a word is the second half of a modifier: "non-**OPEC** Norway", "then-**Communist** Poland"; not "al-**Qaeda** Iraq".
    fn ends_modifier(&self, token: usize) -> bool {
        let before = |back: usize| token.checked_sub(back).filter(|at| self.glued(*at));
        let (Some(hyphen), Some(first)) = (before(1), before(2)) else { return false };
        let small =
            !self.is_capital(first) && self.is_word(first) && !matches!(self.text(first), "al" | "el" | "ul");
        self.is_hyphen(hyphen) && (small || PREFIXES.contains(&self.text(first)))
    }

    pub(crate) fn is_digits(&self, token: usize) -> bool {
        self.story.tokens.get(token).is_some_and(|token| token.kind == TokenKind::Digits)
    }

    /// `-3` of `Ba-3`, `A-320`: a grade, a model.
    fn is_number(&self, at: usize) -> bool {
        self.is_digits(at + 1) && self.text(at) == "-" && self.touches(at - 1, at) && self.touches(at, at + 1)
    }

    /// Whether a word is in capitals and so are its neighbours: a heading, a table.
    fn is_in_capitals(&self, spot: &Spot<'_>) -> bool {
        let in_capitals =
            |token: usize| self.is_word(token) && self.text(token).len() > 2 && self.is_all_capitals(token);
        in_capitals(spot.tokens.start)
            && !self.parted(spot.tokens.end - 1, spot.tokens.end)
            && in_capitals(spot.tokens.end)
            && (in_capitals(spot.tokens.end + 1) || !self.is_word(spot.tokens.end + 1))
    }

    /// `English-language`, `in English.`: the language.
    fn is_language(&self, spot: &Spot<'_>) -> bool {
        let next = spot.tokens.end;
        let next = if self.is_hyphen(next) { next + 1 } else { next };
        let before = spot.tokens.start.wrapping_sub(1);
        // "speaking English", "in English."
        let spoken = || match self.text(before) {
            "speak" | "speaks" | "speaking" | "spoke" | "spoken" | "fluent" | "learn" | "learning" => true,
            "in" => matches!(self.text(spot.tokens.end), "." | "," | ";" | "\"" | "”" | ")"),
            _ => false,
        };
        spot.is_demonym() && (!self.is_capital(next) && self.classes(next).any(Classes::LANGUAGE) || spoken())
    }

    /// "Rep. Glenn English", "attorney Ron English said": a surname behind a first name that no list knows.
    fn is_surname(&self, spot: &Spot<'_>, around: &Around) -> bool {
        let next = spot.tokens.end;
        let ends = !self.parted(next - 1, next)
            && (self.classes(next).any(Classes::SPEECH) && !self.is_capital(next)
                || matches!(self.text(next), "," | "(")
                    && self.is_capital(next + 1)
                    && (self.text(next + 2) == "-" || self.is_digits(next + 1)));
        let [first, ..] = around.left[..] else { return false };
        ends && around.right.is_empty()
            && around.tie == Tie::None
            && self.classes(first).is_plain()
            && !(around.opens && around.left.len() == 1)
            && !self.is_all_capitals(first)
    }

    /// A firm by how wires write it: `Ashdown <ASH>`, `Ashdown Foods Inc (ASH.N)`, `<Ashdown>`.
    fn is_quoted_firm(&self, spot: &Spot<'_>, around: &Around) -> bool {
        let before = spot.tokens.start.wrapping_sub(1);
        if self.sign(before) == b'<' && self.touches(before, spot.tokens.start) {
            return true;
        }
        // in capitals the name may end anywhere
        let longest = if spot.zone == Zone::Capitals { 1 } else { usize::MAX };
        let end = around.right.last().map_or(spot.tokens.end, |last| last + 1);
        around.right.len() <= longest && self.is_ticker(end)
    }

    /// `<ASH>`, `<ASH.L>`, `(ASH.N)`, `(NYSE: ASH)`.
    fn is_ticker(&self, at: usize) -> bool {
        const EXCHANGES: &[&str] = &["NYSE", "NASDAQ", "Nasdaq", "AMEX", "TSX", "LSE", "ASX", "TSE", "HKEX"];
        let sign = || self.is_word(at + 1) && self.is_all_capitals(at + 1);
        match self.sign(at) {
            b'<' => sign() && matches!(self.sign(at + 2), b'>' | b'.'),
            b'(' => {
                let stock = self.sign(at + 2) == b'.'
                    && self.sign(at + 4) == b')'
                    && sign()
                    && self.touches(at + 1, at + 2)
                    && self.is_all_capitals(at + 3);
                stock || self.sign(at + 2) == b':' && EXCHANGES.contains(&self.text(at + 1))
            }
            _ => false,
        }
    }

    /// The first byte of a token that is a sign, else 0.
    fn sign(&self, token: usize) -> u8 {
        let sign = self.story.tokens.get(token).filter(|token| token.kind == TokenKind::Sign);
        sign.map_or(0, |token| self.story.text.as_bytes()[token.start])
    }

    /// Whose name a spot is, if the words around it say that it is not a place's.
    pub(crate) fn owner(&self, spot: &Spot<'_>, around: &Around, verdict: Verdict) -> Owner {
        match verdict {
            Verdict::Person if around.standing.last => Owner::Other,
            Verdict::Inside if spot.zone == Zone::Capitals => Owner::Nobody,
            Verdict::Inside => {
                let right = &around.right;
                let is_firm = right.iter().any(|token| self.classes(*token).any(Classes::COMPANY))
                    || self.is_quoted_firm(spot, around);
                let leads = around.left.is_empty() && around.tie == Tie::None;
                // "Masao Lindqvist": nothing but words that no list knows before it
                let surname = right.is_empty()
                    && around.tie == Tie::None
                    && !around.left.is_empty()
                    && around.left.len() < 4
                    && around.left.iter().take(2).all(|token| self.classes(*token).is_plain());
                if leads && is_firm || surname { Owner::Other } else { Owner::Nobody }
            }
            Verdict::Place if spot.zone == Zone::Dateline || spot.is_demonym() => Owner::Nobody,
            Verdict::Place if self.is_acronym(spot) => Owner::Acronym,
            Verdict::Place if spot.zone == Zone::Capitals || !around.right.is_empty() => Owner::Nobody,
            Verdict::Place if self.speaks(spot) => Owner::Speaker,
            Verdict::Place if self.is_owned(spot) => Owner::Firm,
            Verdict::Place | Verdict::Person | Verdict::Nothing => Owner::Nobody,
        }
    }

    /// Up to five capitals among words that are not in capitals: `the GAO said`, `Organization, ICO, talks`.
    fn is_acronym(&self, spot: &Spot<'_>) -> bool {
        const LONGEST: usize = 5;
        if spot.zone == Zone::Capitals
            || spot.tokens.len() != 1
            || spot.range.len() > LONGEST
            || !self.is_all_capitals(spot.tokens.start)
        {
            return false;
        }
        let mark = |token: usize| matches!(self.text(token), "," | "(" | ")" | "\"" | "'" | "’" | "/");
        let is_small = |token: usize| {
            self.is_word(token)
                && self.story.words(self.range(token..token + 1)).chars().any(char::is_lowercase)
        };
        let next = spot.tokens.end;
        let next = if mark(next) { next + 1 } else { next };
        let before = spot.tokens.start.wrapping_sub(1);
        let before = if mark(before) { before.wrapping_sub(1) } else { before };
        is_small(next) && !self.parted(next - 1, next)
            || before < self.story.tokens.len() && is_small(before) && !self.parted(before, before + 1)
    }

    /// `Lindqvist said`, `"It is so," said Lindqvist.`
    fn speaks(&self, spot: &Spot<'_>) -> bool {
        let (before, next) = (spot.tokens.start.wrapping_sub(1), spot.tokens.end);
        if self.classes(next).any(Classes::SPEECH) && !self.parted(next - 1, next) {
            let listed =
                matches!(self.text(before), "and" | "," | "or") && self.is_capital(before.wrapping_sub(1));
            return !listed && !self.before(spot).any(Classes::AT);
        }
        self.classes(before).any(Classes::SPEECH)
            && !self.is_capital(before)
            && matches!(self.text(next), "." | "," | "\"" | "”")
    }

    /// `Ashdown's shareholders`, `a stake in Ashdown`.
    fn is_owned(&self, spot: &Spot<'_>) -> bool {
        let mut next = spot.tokens.end;
        if matches!(self.sign(next), b'\'' | 0xe2) && matches!(self.text(next), "'" | "’") {
            next += if matches!(self.text(next + 1), "s" | "S") { 2 } else { 1 };
        }
        if self.classes(next).any(Classes::FIRM) && !self.is_capital(next) && !self.parted(next - 1, next) {
            return true;
        }
        let before = spot.tokens.start.wrapping_sub(1);
        self.is_stake(before.wrapping_sub(1)) && matches!(self.text(before), "in" | "of" | "for" | "with")
    }

    /// Whether what follows a name makes it a firm's: `Mines Ltd`, `said`, `'s shareholders`, `<ASH>`.
    pub(crate) fn is_firm(&self, at: usize) -> bool {
        if self.parted(at - 1, at) {
            return false;
        }
        let small = !self.is_capital(at) && self.classes(at).any(Classes::SPEECH.or(Classes::FIRM));
        let owner = matches!(self.text(at), "'" | "’")
            && self.classes(at + 2).any(Classes::FIRM)
            && !self.is_capital(at + 2);
        small
            || owner
            || self.is_ticker(at)
            || (at..at + 4)
                .take_while(|at| self.is_capital(*at))
                .any(|at| self.classes(at).any(Classes::COMPANY))
    }

    /// `a stake (in)`: what follows is owned.
    pub(crate) fn is_stake(&self, token: usize) -> bool {
        token < self.story.tokens.len() && self.classes(token).any(Classes::STAKE)
    }

    pub(crate) fn is_hyphen(&self, token: usize) -> bool {
        match self.sign(token) {
            b'-' => true,
            0xe2 => matches!(self.text(token), "–" | "‑"),
            _ => false,
        }
    }

    fn is_all_capitals(&self, token: usize) -> bool {
        let text = self.text(token);
        match text.as_bytes() {
            // most words say so by their second letter
            [_, second, ..] if second.is_ascii_lowercase() => false,
            bytes if text.is_ascii() => bytes.iter().all(u8::is_ascii_uppercase),
            _ => text.chars().all(char::is_uppercase),
        }
    }

    /// `U.S. dollars`, `Swiss francs`, `US$`.
    fn is_money(&self, spot: &Spot<'_>) -> bool {
        /// Words that are the money of few.
        const OF_FEW: &[(&str, &[&str])] = &[("won", &["KR", "KP"]), ("real", &["BR"])];
        let next = spot.tokens.end;
        if self.touches(next - 1, next) && matches!(self.text(next), "$" | "€" | "£" | "¥") {
            return true;
        }
        if self.parted(next - 1, next) || !self.classes(next).any(Classes::MONEY) {
            return false;
        }
        let word = self.text(next).to_ascii_lowercase();
        // "South Koreans won", "Belgians mark": people, not money
        let words = self.story.words(spot.range.clone());
        if spot.is_demonym() && words.ends_with('s') && !words.ends_with("ss") {
            return false;
        }
        // "U.S. real wages", "the Dutch won"
        let of = OF_FEW.iter().find(|(money, _)| *money == word).map(|(_, countries)| *countries);
        let has = |(_, place): &(_, Place<'_>)| {
            place.country.as_ref().zip(of).is_some_and(|(country, of)| of.contains(&country.as_str()))
        };
        if of.is_some() && !spot.senses.iter().any(has) || self.text(next + 1) == "estate" {
            return false;
        }
        spot.is_adjective()
            || word.starts_with("dollar")
            || word.starts_with("dlr")
            || word.starts_with("cent")
    }

    /// `china.org.cn`
    /// In words, what makes a name no place at all.
    pub(crate) fn no_place(&self, spot: &Spot<'_>) -> &'static str {
        if spot.zone == Zone::Dateline {
            "the agency or the month of the dateline"
        } else if self.is_money(spot) {
            "money"
        } else if self.is_address_end(spot) {
            "an address"
        } else if self.is_language(spot) {
            "a language"
        } else {
            "a road"
        }
    }

    /// A name with the capitalised words around it, and with the next word, whatever it is, where that says what it is: what an
    /// editor is shown.
    pub(crate) fn beside(&self, spot: &Spot<'_>, with_next: bool) -> &'a str {
        const MOST: usize = 4;
        let tokens = &self.story.tokens;
        let joins =
            |token: &Token<'_>| matches!(token.text, "of" | "the" | "and" | "&" | "-" | "'s" | "’s" | "/");
        let mut left = 0;
        for (nth, token) in tokens.get(..spot.tokens.start).unwrap_or_default().iter().rev().enumerate() {
            if token.capital && !token.text.eq_ignore_ascii_case("the") {
                left = nth + 1;
            }
            if nth >= MOST || token.on_new_line || !token.capital && !joins(token) {
                break;
            }
        }
        let after = tokens.get(spot.tokens.end..).unwrap_or_default();
        let mut right = usize::from(with_next && after.first().is_some_and(|token| !token.on_new_line));
        for (nth, token) in after.iter().take(MOST).enumerate() {
            if token.on_new_line || !token.capital && !joins(token) {
                break;
            }
            if token.capital {
                right = nth + 1;
            }
        }
        let start = tokens.get(spot.tokens.start - left).map_or(spot.range.start, |token| token.start);
        let end = tokens.get(spot.tokens.end + right - 1).map_or(spot.range.end, |token| token.end);
        self.story.words(start..end)
    }

    fn is_address_end(&self, spot: &Spot<'_>) -> bool {
        let next = spot.tokens.end;
        match self.sign(next) {
            b'.' => {
                self.touches(next - 1, next)
                    && self.touches(next, next + 1)
                    && self.is_word(next + 1)
                    && !self.is_capital(next + 1)
            }
            b'@' => self.touches(next - 1, next),
            _ => false,
        }
    }

    /// `provincial department of commerce` after the spot: an authority's name in small letters.
    fn is_office(&self, mut at: usize) -> bool {
        if !self.classes(at).any(Classes::OFFICE) && !self.classes(at + 1).any(Classes::OFFICE) {
            return false;
        }
        if matches!(
            self.text(at),
            "provincial"
                | "municipal"
                | "regional"
                | "prefectural"
                | "county"
                | "city"
                | "state"
                | "district"
        ) {
            at += 1;
        }
        self.classes(at).any(Classes::OFFICE) && !self.is_capital(at) && self.text(at + 1) == "of"
    }

    /// The words that may say what kind of place it is: before the spot, behind "of", and after it.
    pub(crate) fn kinds(&self, spot: &Spot<'_>) -> (Classes, Classes) {
        let parted = self.parted(spot.tokens.end - 1, spot.tokens.end);
        let after = if parted { Classes::default() } else { self.classes(spot.tokens.end) };
        let before = spot.tokens.start;
        let of = before > 1 && self.text(before - 1) == "of";
        let before = match (of, before) {
            (true, before) => self.classes(before - 2),
            (false, 0) => Classes::default(),
            (false, before) => self.classes(before - 1),
        };
        (before, after)
    }

    /// The word before a spot, if it is in the same sentence.
    pub(crate) fn before(&self, spot: &Spot<'_>) -> Classes {
        let at = spot.tokens.start;
        if at == 0 || self.parted(at - 1, at) {
            return Classes::default();
        }
        let the = matches!(
            self.text(at - 1),
            "the" | "The" | "northern" | "southern" | "eastern" | "western" | "central"
        );
        self.classes(if the && at > 1 { at - 2 } else { at - 1 })
    }

    /// A capitalised word of no class that would make it something else.
    pub(crate) fn is_plain_name(&self, token: usize) -> bool {
        let other = Classes::HEAD
            .or(Classes::COMPANY)
            .or(Classes::TITLE)
            .or(Classes::DAY)
            .or(Classes::KIND)
            .or(Classes::WAY);
        self.is_capital(token)
            && !self.classes(token).any(other)
            && self.text(token).chars().any(char::is_lowercase)
    }

    /// Whether a longer name goes on after a token: "Shuwaikh Port **Authority**".
    pub(crate) fn goes_on(&self, token: usize) -> bool {
        let next = token + 1;
        !self.parted(token, next)
            && (self.is_capital(next) && !self.touches(token, next) && !self.classes(next).any(Classes::DAY)
                || matches!(self.text(next), "-" | "&") && self.is_capital(next + 1))
    }

    pub(crate) fn range(&self, tokens: Range<usize>) -> Range<usize> {
        self.story.tokens[tokens.start].start..self.story.tokens[tokens.end - 1].end
    }
}

/// Whether three blanks part two words of a line. Every third letter is looked at: three blanks have one of them.
fn has_columns(line: &[u8]) -> bool {
    let line = line.trim_ascii_end();
    let mut at = 2;
    while let Some(byte) = line.get(at) {
        if *byte == b' ' {
            let before = line[..at].iter().rev().take(2).take_while(|byte| **byte == b' ').count();
            let behind = line[at + 1..].iter().take(2).take_while(|byte| **byte == b' ').count();
            if before + behind >= 2 {
                return true;
            }
        }
        at += 3;
    }
    false
}
