//! Layer 1: a sentence as pieces: each token belongs to exactly one quantity, time, region, known phrase, word or sign.

use std::ops::Range;

use article::{Direction, Indicator, Level, Region, Usage};
use jiff::civil::Date;

use super::draft::Name;
use super::lexicon::{Class, Phrases, Prep, sign, token_key, touches_before, word};
use super::period::{Calendar, Time};
use super::quantity::{Quantity, Scanner};
use super::words::{Look, Looks};
use crate::text::{Story, TokenKind};
use crate::vocabulary::Lists;

#[derive(Clone, Debug)]
pub(crate) struct Piece<'a> {
    pub(crate) what: What,
    pub(crate) tokens: Range<usize>,
    /// As the text has them.
    pub(crate) words: &'a str,
    pub(crate) look: Look,
}

impl Piece<'_> {
    /// Whether the first word stands in a list.
    pub(crate) fn begins_in(&self, story: &Story<'_>, list: Lists) -> bool {
        story.tokens.get(self.tokens.start).is_some_and(|token| token.is_in(list))
    }
}

#[derive(Clone, Debug)]
pub(crate) enum What {
    /// Index into [`Pieces::quantities`].
    Quantity(usize),
    Time(Time),
    /// Index into [`Places::mentions`].
    Region(usize),
    Class(Class),
    /// `'s`
    Possessive,
    /// A word that no list knows.
    Word,
    Number,
    Sign(char),
}

/// The pieces of one sentence.
#[derive(Clone, Copy)]
pub(crate) struct Pieces<'s, 'a> {
    pub(crate) list: &'s [Piece<'a>],
    pub(crate) quantities: &'s [Quantity],
    /// The pieces that are a time or a comparison.
    pub(crate) times: &'s [usize],
    /// Of all pieces but the commonest signs, which no list of words has.
    pub(crate) looks: Looks,
}

/// The pieces of some sentences, one behind the other: filled again for the next ones.
#[derive(Default)]
pub(crate) struct Shelf<'a> {
    list: Vec<Piece<'a>>,
    quantities: Vec<Quantity>,
    times: Vec<usize>,
}

/// Where the pieces of a sentence stand on a shelf.
#[derive(Clone, Debug)]
pub(crate) struct Stretch {
    list: Range<usize>,
    quantities: Range<usize>,
    times: Range<usize>,
    looks: Looks,
}

impl<'a> Shelf<'a> {
    /// With room for so many tokens.
    pub(crate) fn with_room(tokens: usize) -> Self {
        Self {
            list: Vec::with_capacity(tokens),
            quantities: Vec::with_capacity(tokens / 8),
            times: Vec::with_capacity(tokens / 8),
        }
    }

    pub(crate) fn clear(&mut self) {
        self.list.clear();
        self.quantities.clear();
        self.times.clear();
    }

    pub(crate) fn pieces(&self, at: &Stretch) -> Pieces<'_, 'a> {
        Pieces {
            list: self.list.get(at.list.clone()).unwrap_or_default(),
            quantities: self.quantities.get(at.quantities.clone()).unwrap_or_default(),
            times: self.times.get(at.times.clone()).unwrap_or_default(),
            looks: at.looks,
        }
    }
}

/// Every mention of a region, in the order of the text.
pub(crate) struct Places<'a> {
    pub(crate) mentions: Vec<Place<'a>>,
    /// Where a country's name stands inside that of an organisation, and which region it is; in the order of the text.
    pub(crate) inside_names: Vec<(usize, usize)>,
    pub(crate) regions: &'a [Region],
    /// Of each region.
    pub(crate) codes: Vec<Codes>,
    pub(crate) world: Name,
    /// The country of the dateline's place.
    pub(crate) filed: Option<Name>,
    /// The country that the story is of.
    pub(crate) home: Option<Name>,
    /// The port or canal that the top of the story names.
    pub(crate) port: Option<Name>,
}

pub(crate) struct Codes {
    pub(crate) own: Name,
    /// Of a city's country.
    pub(crate) country: Option<Name>,
}

#[derive(Clone, Debug)]
pub(crate) struct Place<'a> {
    pub(crate) bytes: Range<usize>,
    pub(crate) region: &'a Region,
    /// Index into [`Places::regions`].
    pub(crate) at: usize,
    pub(crate) usage: Usage,
}

impl<'a> Places<'a> {
    pub(crate) fn of(story: &Story<'_>, regions: &'a [Region]) -> Self {
        let mut mentions = Vec::with_capacity(regions.iter().map(|region| region.mentions.len()).sum());
        for (at, region) in regions.iter().enumerate() {
            for mention in &region.mentions {
                if let Some(start) = story.byte(mention.start) {
                    let bytes = start..start + mention.exact.len();
                    mentions.push(Place { bytes, region, at, usage: mention.usage });
                }
            }
        }
        // of two that begin at one place, the longer stands first
        mentions.sort_by_key(|place| (place.bytes.start, std::cmp::Reverse(place.bytes.end)));
        let countries = regions.iter().enumerate().filter(|(_, region)| region.level == Level::Country);
        let mut inside_names: Vec<(usize, usize)> = countries
            .flat_map(|(at, region)| region.inside_names.iter().map(move |span| (span.start, at)))
            .filter_map(|(start, at)| Some((story.byte(start)?, at)))
            .collect();
        inside_names.sort_unstable();
        let world: Name = "WORLD".into();
        let codes = regions.iter().map(|region| Codes {
            own: if region.code == "x:world" { world.clone() } else { region.code.as_str().into() },
            country: region.country.as_deref().filter(|_| region.level == Level::City).map(Name::from),
        });
        let codes: Vec<Codes> = codes.collect();
        let filed =
            mentions.iter().find(|place: &&Place<'_>| place.usage == Usage::Dateline).and_then(|place| {
                let codes = &codes[place.at];
                codes.country.clone().or_else(|| place.region.country.as_deref().map(Name::from))
            });
        // Brussels files for the Union, where nobody speaks of Belgium
        let union = filed.as_deref() == Some("BE")
            && !regions.iter().any(|region| region.code == "BE" && !region.mentions.is_empty());
        let of_union = regions.iter().position(|region| region.code == "x:eu").filter(|_| union);
        let filed = of_union.map_or(filed, |at| Some(codes[at].own.clone()));
        let home = super::home::home(story, regions, &mentions, filed.as_ref())
            .or_else(|| super::home::counted_by_the_us(story).then(|| Name::from("US")));
        let port = super::home::port(story, &mentions).map(|place| codes[place.at].own.clone());
        Self { mentions, inside_names, regions, codes, world, filed, home, port }
    }

    /// A region of the story, by its code.
    pub(crate) fn coded(&self, code: &str) -> Option<Name> {
        let at = self.regions.iter().position(|region| region.code == code)?;
        Some(self.codes[at].own.clone())
    }

    /// The last region of a level that is mentioned before a byte.
    pub(crate) fn last_before(&self, byte: usize, level: Level) -> Option<Name> {
        let until = self.mentions.partition_point(|place| place.bytes.start < byte);
        // a window, so that a long story stays linear
        let from = until.saturating_sub(40);
        self.mentions[from..until]
            .iter()
            .rev()
            .find(|place| place.region.level == level && place.usage != Usage::Dateline)
            .map(|place| self.codes[place.at].own.clone())
    }

    /// The first region of a level that is mentioned behind a byte, and not far behind it.
    pub(crate) fn first_after(&self, byte: usize, level: Level) -> Option<Name> {
        const NEAR: usize = 6;
        let near = self.mentions.get(self.from(byte)..)?.iter().take(NEAR);
        let mut named = near.filter(|place| place.region.level == level && place.usage != Usage::Dateline);
        named.next().map(|place| self.codes[place.at].own.clone())
    }

    /// The first mention from a byte on.
    fn from(&self, byte: usize) -> usize {
        self.mentions.partition_point(|place| place.bytes.start < byte)
    }
}

/// What a sentence is cut with.
pub(crate) struct Cutter<'r> {
    pub(crate) words: &'r Phrases<Class>,
    pub(crate) scanner: &'r Scanner,
    pub(crate) calendar: &'r Calendar,
    pub(crate) today: Option<Date>,
    /// Whether prices are wanted too.
    pub(crate) prices: bool,
}

/// What may begin with a word of these lists is more than a word.
const KNOWN: Lists = Lists::TIME.or(Lists::QUANTITY).or(Lists::PHRASE);

impl Cutter<'_> {
    /// Cuts a sentence and puts its pieces on a shelf.
    pub(crate) fn cut<'a>(
        &self,
        story: &Story<'a>,
        places: &Places<'_>,
        tokens: Range<usize>,
        shelf: &mut Shelf<'a>,
    ) -> Stretch {
        let pieces = shelf;
        let (first, counted, timed) = (pieces.list.len(), pieces.quantities.len(), pieces.times.len());
        let end = tokens.end.min(story.tokens.len());
        let words = |tokens: &Range<usize>| {
            story.words(story.tokens[tokens.start].start..story.tokens[tokens.end - 1].end)
        };
        let mut at = tokens.start;
        let mut looks = Looks::NONE;
        let mut mention = story.tokens.get(at).map_or(0, |token| places.from(token.start));
        let begins =
            |mention: usize| places.mentions.get(mention).map_or(usize::MAX, |place| place.bytes.start);
        // up to there no place is named
        let mut free = begins(mention);
        while at < end {
            let token = &story.tokens[at];
            while free < token.start {
                mention += 1;
                free = begins(mention);
            }
            // most tokens are words of no list
            if token.kind == TokenKind::Word && !token.is_in(KNOWN) && token.start < free {
                let (words, look) = (token.text, Look::of_key(token.key));
                looks.add(look);
                pieces.list.push(Piece { what: What::Word, tokens: at..at + 1, words, look });
                at += 1;
                continue;
            }
            // … or signs that begin nothing
            if token.kind == TokenKind::Sign
                && let [sign @ (b',' | b'.' | b'(' | b')' | b':' | b';')] = *token.text.as_bytes()
                && token.start < free
            {
                let look = Look::of_sign(sign);
                pieces.list.push(Piece {
                    what: What::Sign(sign.into()),
                    tokens: at..at + 1,
                    words: token.text,
                    look,
                });
                at += 1;
                continue;
            }
            // March is a town too
            let month = |found: usize| {
                places.mentions[found].bytes.end == story.tokens[at].end
                    && self.calendar.read(story, at, end, self.today).is_some()
            };
            let place = (token.start == free).then_some(mention);
            if let Some(found) = place.filter(|found| !month(*found)) {
                let stop = places.mentions[found].bytes.end;
                let tokens = at..story.token_after(at, stop).clamp(at + 1, end);
                at = tokens.end;
                let words = words(&tokens);
                let look = Look::of_words(words);
                looks.add(look);
                pieces.list.push(Piece { what: What::Region(found), tokens, words, look });
                continue;
            }
            let (mut what, next) = self.piece(story, at, tokens.start, end, free, &mut pieces.quantities);
            if let What::Quantity(index) = &mut what {
                *index -= counted;
            }
            let piece = at..next.clamp(at + 1, end);
            at = piece.end;
            if matches!(what, What::Time(_) | What::Class(Class::Comparison(_))) {
                pieces.times.push(pieces.list.len() - first);
            }
            let (words, look) = if piece.len() == 1 {
                (token.text, token_key(story, piece.start).map_or(Look::NOTHING, Look::of_key))
            } else {
                let words = words(&piece);
                let broken = story.tokens[piece.start + 1..piece.end].iter().any(|token| token.on_new_line);
                (words, if broken { Look::of_words(words) } else { Look::of(words) })
            };
            looks.add(look);
            pieces.list.push(Piece { what, words, tokens: piece, look });
        }
        settle(&mut pieces.list[first..]);
        between_dates(&mut pieces.list[first..], &mut pieces.times, timed);
        Stretch {
            list: first..pieces.list.len(),
            quantities: counted..pieces.quantities.len(),
            times: timed..pieces.times.len(),
            looks,
        }
    }

    /// The piece at a token; up to the byte `free` no place is named.
    fn piece(
        &self,
        story: &Story<'_>,
        at: usize,
        start: usize,
        end: usize,
        free: usize,
        quantities: &mut Vec<Quantity>,
    ) -> (What, usize) {
        let token = &story.tokens[at];
        if token.kind == TokenKind::Word && !token.is_in(KNOWN) {
            return (What::Word, at + 1);
        }
        if (token.kind == TokenKind::Digits || token.is_in(Lists::TIME))
            && let Some((time, next)) = self.calendar.read(story, at, end, self.today)
        {
            return (What::Time(time), next);
        }
        // an amount a tonne is a duty where the sentence speaks of one, else a price
        if (token.kind != TokenKind::Word || token.is_in(Lists::QUANTITY))
            && let Some((quantity, next)) = self.scanner.read_priced(story, at, end)
            && (!quantity.price || self.prices || speaks_of_duty(story, start..end))
        {
            let coins = quantity.price && !self.prices && at_the_border(story, start..end);
            quantities.push(if coins { quantity.in_money(story) } else { quantity });
            return (What::Quantity(quantities.len() - 1), next);
        }
        if token.kind == TokenKind::Sign {
            let mark = sign(story, at).unwrap_or_default();
            if matches!(mark, "'" | "’") && touches_before(story, at) {
                if word(story, at + 1) == Some("s") && touches_before(story, at + 1) {
                    return (What::Possessive, at + 2);
                }
                if at > 0 && word(story, at - 1).is_some_and(|word| word.ends_with('s')) {
                    return (What::Possessive, at + 1);
                }
            }
            if mark == "&" {
                return (What::Class(Class::Prep(Prep::And)), at + 1);
            }
            return (What::Sign(mark.chars().next().unwrap_or(' ')), at + 1);
        }
        if token.capital && word(story, at) == Some("May") {
            // The month, of a story without a date to make it a period; what may be is written small.
            return (What::Word, at + 1);
        }
        let begins = token.is_in(Lists::PHRASE) || token.kind == TokenKind::Digits;
        // "the Republic" of Korea is no phrase: the place's name begins within it
        let phrase = || {
            let (class, next) = self.words.longest(story, at, end)?;
            if story.tokens[next - 1].end <= free {
                return Some((class, next));
            }
            self.words.longest(story, at, story.token_at(free).clamp(at + 1, end))
        };
        if let Some((class, next)) = begins.then(phrase).flatten() {
            // "5 percent more than in May" is no bound: nothing is counted after it
            let than =
                next == at + 2 && word(story, at + 1).is_some_and(|word| word.eq_ignore_ascii_case("than"));
            if matches!(class, Class::Bound(_))
                && than
                && self.scanner.read(story, next, end).is_none()
                && let Some((class, next)) = self.words.longest(story, at, at + 1)
            {
                return (What::Class(class), next);
            }
            // `by the end of this year`, `of this month's surplus`: "of this" takes nothing up
            if next == at + 2
                && matches!(class, Class::Anaphor)
                && word(story, at + 1) == Some("this")
                && self.calendar.read(story, at + 1, end, self.today).is_some_and(|(time, next)| {
                    !matches!(time, Time::Same) || matches!(sign(story, next), Some("'" | "’"))
                })
                && let Some((class, next)) = self.words.longest(story, at, at + 1)
            {
                return (What::Class(class), next);
            }
            return (What::Class(class), next);
        }
        if token.kind == TokenKind::Word {
            return (What::Word, at + 1);
        }
        // what follows the point of `0.2` is no number of its own
        let point = sign(story, at + 1) == Some(".");
        let whole = point.then(|| self.scanner.bare(story, at, end)).flatten();
        (What::Number, whole.map_or(at + 1, |(_, next)| next))
    }
}

/// `between July 1, when the season began, and November 18`: one time, of both its ends.
/// The times of the sentence are those from `timed` on.
fn between_dates(list: &mut [Piece<'_>], times: &mut Vec<usize>, timed: usize) {
    /// Pieces between the two ends.
    const APART: usize = 16;
    let own = &times[timed..];
    let is_prep = |at: Option<usize>, prep| {
        at.and_then(|at| list.get(at))
            .is_some_and(|piece| matches!(piece.what, What::Class(Class::Prep(is)) if is == prep))
    };
    let Some(first) = own.iter().copied().find(|time| is_prep(time.checked_sub(1), Prep::Between)) else {
        return;
    };
    let second = own.iter().position(|time| {
        *time > first
            && *time - first < APART
            && (1..5).any(|back| is_prep(time.checked_sub(back), Prep::And))
    });
    let Some(second) = second.map(|second| timed + second) else { return };
    let (What::Time(Time::Days(from)), What::Time(Time::Days(to))) =
        (&list[first].what, &list[times[second]].what)
    else {
        return;
    };
    if to.last > from.last {
        let whole = article::Period { first: from.first, last: to.last };
        list[first].what = What::Time(Time::Days(whole));
        list[times[second]].what = What::Class(Class::Plain);
        times.remove(second);
    }
}

/// Words whose neighbours say what they are.
///
/// A tax on what comes in is a duty: `a P tax on most imports`, `the tax on foreign cars`, `a tax of P on goods from Mexico`.
/// What follows a preposition opens no clause: `exports to that country`. A total may be a verb: `shipments may total V`.
fn settle(list: &mut [Piece<'_>]) {
    for at in 0..list.len() {
        if !words!["that", "total", "slow", "tax", "taxes"].have(list[at].words, list[at].look) {
            continue;
        }
        let is_prep = |piece: &Piece<'_>| matches!(piece.what, What::Class(Class::Prep(prep)) if !matches!(prep, Prep::And | Prep::Or));
        if matches!(list[at].what, What::Class(Class::Break))
            && list[at].words.eq_ignore_ascii_case("that")
            && at.checked_sub(1).is_some_and(|before| is_prep(&list[before]))
            && (list
                .get(at + 1)
                .is_some_and(|next| matches!(next.what, What::Class(Class::Peri(_)) | What::Word))
                // `A sixth of that went to the United States`
                || at >= 2 && matches!(list[at - 2].what, What::Quantity(_)))
        {
            list[at].what = What::Class(Class::Plain);
        }
        if words!["total"].have(list[at].words, list[at].look)
            && at.checked_sub(1).is_some_and(|before| is_modal(&list[before]))
            && list[at + 1..]
                .iter()
                .take(3)
                .find(|piece| !matches!(piece.what, What::Class(Class::Plain | Class::Bound(_))))
                .is_some_and(|piece| matches!(piece.what, What::Quantity(_)))
        {
            list[at].what = What::Class(Class::Level(None));
        }
        // `expects growth to slow to P`
        if words!["slow"].have(list[at].words, list[at].look)
            && at.checked_sub(1).is_some_and(|before| is_modal(&list[before]))
            && list.get(at + 1).is_some_and(|next| {
                matches!(next.what, What::Class(Class::Prep(Prep::To | Prep::By | Prep::From)))
            })
        {
            list[at].what = What::Class(Class::Change(Direction::Down));
        }
        if matches!(list[at].what, What::Class(Class::Other))
            && ["tax", "taxes"].iter().any(|tax| list[at].words.eq_ignore_ascii_case(tax))
            && is_on_imports(&list[at + 1..])
        {
            list[at].what = What::Class(Class::Tariff);
        }
    }
}

/// `may`, `will`, `to` before a verb.
fn is_modal(piece: &Piece<'_>) -> bool {
    ["may", "might", "will", "would", "could", "should", "can", "to", "did"]
        .iter()
        .any(|modal| piece.words.eq_ignore_ascii_case(modal))
}

/// What stands behind the tax.
fn is_on_imports(list: &[Piece<'_>]) -> bool {
    /// Words between `on` and what tells the goods.
    const REACH: usize = 4;
    let is_prep = |piece: &Piece<'_>, prep| matches!(piece.what, What::Class(Class::Prep(is)) if is == prep);
    let list = match list {
        [of, rate, rest @ ..] if is_prep(of, Prep::Of) && matches!(rate.what, What::Quantity(_)) => rest,
        list => list,
    };
    let Some((on, goods)) = list.split_first() else { return false };
    if !is_prep(on, Prep::On) {
        return false;
    }
    for (at, piece) in goods.iter().enumerate().take(REACH) {
        match piece.what {
            What::Class(Class::Indicator(measured, _)) => return measured.indicator == Indicator::Imports,
            What::Class(Class::Prep(Prep::From)) => {
                return goods[at + 1..].iter().take(2).any(|piece| matches!(piece.what, What::Region(_)));
            }
            _ if piece.words.eq_ignore_ascii_case("imported") => return true,
            _ if piece.words.eq_ignore_ascii_case("foreign") => {
                return goods.get(at + 1).is_some_and(|next| !is_no_goods(next.words));
            }
            What::Word | What::Class(Class::Plain) => {}
            _ => return false,
        }
    }
    false
}

/// What is foreign and is taxed at home.
fn is_no_goods(word: &str) -> bool {
    const NO_GOODS: &[&str] = &[
        "income",
        "profits",
        "earnings",
        "workers",
        "labour",
        "labor",
        "investors",
        "investment",
        "buyers",
        "companies",
        "firms",
        "exchange",
        "currency",
        "assets",
        "capital",
        "students",
        "tourists",
        "visitors",
        "property",
        "owners",
        "ownership",
        "banks",
        "residents",
        "travel",
        "remittances",
    ];
    NO_GOODS.iter().any(|no| word.eq_ignore_ascii_case(no))
}

/// Not the levy of a cent a pound that growers pay for their marketing: a duty is the border's, a levy where goods cross it.
fn at_the_border(story: &Story<'_>, sentence: Range<usize>) -> bool {
    let levies = ["levy", "levies", "tax", "taxes"];
    let crosses = [
        "duty", "duties", "tariff", "tariffs", "import", "imports", "imported", "export", "exports",
        "exported",
    ];
    let has = |words: &[&str]| {
        sentence.clone().any(|at| {
            word(story, at).is_some_and(|word| words.iter().any(|of| word.eq_ignore_ascii_case(of)))
        })
    };
    has(&crosses) || !has(&levies)
}

fn speaks_of_duty(story: &Story<'_>, sentence: Range<usize>) -> bool {
    let duties = ["duty", "duties", "levy", "levies", "tariff", "tariffs"];
    // `its wheat export tax`
    let taxes = |at: usize| {
        let taxed = matches!(word(story, at), Some("tax" | "taxes"));
        taxed && matches!(at.checked_sub(1).and_then(|at| word(story, at)), Some("export" | "import"))
    };
    sentence.into_iter().any(|at| {
        word(story, at).is_some_and(|word| duties.iter().any(|duty| word.eq_ignore_ascii_case(duty)))
            || taxes(at)
    })
}
