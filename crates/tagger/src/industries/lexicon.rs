//! The lexicon: sectors (`data/sectors.tsv`), the words that name them (`data/industry-cues.tsv`) and the firms that work in them
//! (`data/companies.tsv`), read once.
//!
//! A firm's name counts as written or in capitals; one that is a word, a surname or a place too (Apple, Target, Shell) only with a
//! corporate cue: a company's ending behind it ([`Classes::COMPANY`]), or a word of business in its sentence, and never where it
//! opens one.

use std::cell::Cell;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::OF_FIRM;
use crate::regions::words::Classes;
use crate::text::{Story, Token, TokenKind, key};
use crate::vocabulary::{ByKey, Lists, Vocabulary};

const SECTORS: &str = include_str!("../../data/sectors.tsv");
const CUES: &str = include_str!("../../data/industry-cues.tsv");
/// Copper, zinc, gold as they are dug.
const ORES: &str = "non-ferrous ores";
/// Foods that are crude first and then refined, as petroleum is.
const REFINED: [&str; 2] = ["edible oils", "sugar"];
const COMPANIES: &str = include_str!("../../data/companies.tsv");
/// Words that show that a firm is spoken of, for names that may be something else.
const BUSINESS: &str = "share|shares|stock|stocks|profit|profits|revenue|revenues|earnings|quarterly|company|firm|maker|carmaker|automaker|\
    retailer|lender|ceo|chief|executive|investors|shareholder|shareholders|dividend|nasdaq|nyse|subsidiary|unit|units|iphone|iphones|\
    acquired|acquire|acquisition|takeover|merger|bid|stake|ipo|plant|factory|models|vehicles|sales|supplier|suppliers|brand|parent|\
    analysts|market";
/// Words beside a firm's name that make it a source and not a subject.
const SOURCES: &str = "analyst|analysts|economist|economists|strategist|strategists|survey|poll|poll's|forecast|note|data|index";

/// Behind a service: what somebody in it says, and no story of it ("tanker data", "a shipping source").
const SAYS: &str = "data|figures|statistics|source|sources|official|officials";
/// Between the two.
const KIND: &str = "tracking|industry|market|trade";
/// Before goods that are left out of what is told: "excluding energy", "net of energy products". A second word must follow where one
/// is given.
const LEAVING_OUT: &str = "excluding|except|excepting|barring|stripping out|leaving out|net of|other than|apart from|aside from|not including";
/// Behind them: "oil platforms aside", "when oil was excluded".
const LEFT_OUT: &str = "aside|excluded";
const BEING: &str = "is|are|was|were|being";

/// What [`GOODS`] stands for in the table of cues: "boots", "lamps" and "pens" are goods where a sentence speaks of trade or makers.
const OF_GOODS: &str = "export|exports|exported|exporting|exporter|exporters|import|imports|imported|importing|importer|importers|\
    shipment|shipments|shipped|manufacturer|manufacturers|maker|makers|producer|producers|industry|tariff|tariffs|duty|\
    duties|levy|levies|quota|quotas|abroad|overseas|tonnes|tons";
const GOODS: &str = "@goods";

/// Behind goods: their price, which other stories name as a cause.
const PRICE: &str = "price|prices";
/// What a firm is called behind its goods: "the pump maker Hallberg", "the mining group Boliden". A producer may be a country.
const MAKER: &str =
    "maker|makers|manufacturer|group|company|firm|giant|builder|operator|retailer|processor|carrier|brewer";
/// Before goods: the same.
const COST: &str = "cheap|cheaper|dear|dearer|costly|costlier";

#[derive(Debug)]
pub(crate) struct Sector {
    pub(crate) name: &'static str,
    pub(crate) isic: &'static str,
    /// Its first two digits.
    pub(crate) division: u8,
    pub(crate) medtop: Option<&'static str>,
}

#[derive(Debug)]
pub(crate) struct Cue {
    words: &'static str,
    pieces: Vec<Piece>,
    /// The forms of the last word beside its own: plurals, 0 for none.
    plurals: [u64; 3],
    /// Indices into [`Lexicon::sectors`], and whether it is meant less; none of a phrase whose words mean something else.
    pub(crate) sectors: Vec<(usize, bool)>,
    pub(crate) weight: u8,
    with: Vec<u64>,
    /// A word of goods that are made or traded in the sentence will do too.
    with_goods: bool,
    not: Vec<u64>,
    pub(crate) note: Note,
    pub(crate) firm: Option<Firm>,
}

/// How a cue is meant, where it is not meant plainly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Note {
    Plain,
    /// "the expo" refers back to one that was named.
    Thing,
    /// Where others are traded or listed: a stock exchange.
    Venue,
    /// A name by itself: Brent, the World Cup.
    Name,
    /// Only as the end of a firm's name: Illinois Power Co.
    Firm,
    /// Mostly a source, and a subject where a headline says what it does: a central bank.
    Actor,
    /// A metal by itself: copper, which is dug in a story of a mine.
    Metal,
    /// A word of petroleum that edible oils and sugar have too: crude, refiners.
    Food,
    /// What a state owes, does and is made of: its debt, its parliament.
    State,
    /// Who grows, and that something is grown: farmers, the crop.
    Farm,
}

impl Note {
    fn named(note: &str) -> Self {
        match note {
            "thing" => Self::Thing,
            "venue" => Self::Venue,
            "name" => Self::Name,
            "firm" => Self::Firm,
            "actor" => Self::Actor,
            "metal" => Self::Metal,
            "food" => Self::Food,
            "state" => Self::State,
            "farm" => Self::Farm,
            _ => Self::Plain,
        }
    }
}

/// What makes a cue the name of a firm.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Firm {
    /// ISO 3166-1 alpha-2 of the head office.
    pub(crate) country: &'static str,
    is_ambiguous: bool,
}

/// A token of a cue.
#[derive(Clone, Copy, Debug)]
struct Piece {
    /// White space or a hyphen stands before it.
    apart: bool,
    /// A word's key; 0 for a sign.
    key: u64,
    sign: char,
}

/// A word before a cue that says how it is meant.
enum Before {
    /// What follows are examples.
    Including,
    Non,
    /// What follows is left out, if this word comes next; 0 for any.
    LeavingOut(u64),
}

/// A word behind a cue that says how it is meant.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Behind {
    LeftOut,
    Being,
    Says,
    Kind,
}

/// What the words beside a cue make of it.
#[derive(Default)]
pub(crate) struct Beside {
    /// What is told is told without it: "net of energy products", "excluding gold and energy", "when oil was excluded".
    pub(crate) is_left_out: bool,
    /// It is an example: "goods including wine".
    pub(crate) is_listed: bool,
    /// Somebody in it says something: "tanker tracking data", "one shipping source".
    pub(crate) is_source: bool,
}

/// The cues that begin with a word: their places in [`Lexicon::starts`].
#[derive(Clone, Copy)]
struct First {
    start: u32,
    /// Where those that go on with a word begin, and those of one word.
    words: u32,
    singles: u32,
    end: u32,
    /// A bit for each second word, so that most pairs need no second look.
    seconds: u64,
}

/// The bit of a second word.
fn bit(key: u64) -> u64 {
    1 << (key >> 32 & 63)
}

pub(crate) struct Lexicon {
    pub(crate) sectors: Vec<Sector>,
    /// The sector that a code names.
    by_isic: HashMap<&'static str, usize>,
    /// Those that begin with the same word stand together, the longest first.
    pub(crate) cues: Vec<Cue>,
    /// The cues that begin with a word, in every form that it may have, by the number that the vocabulary has of it.
    by_first: Vec<First>,
    /// The second word that a cue goes on with and the cue: by word, 0 for a sign first, and the longest first.
    starts: Vec<(u64, u32)>,
    business: HashSet<u64, ByKey>,
    sources: HashSet<u64, ByKey>,
    price: HashSet<u64, ByKey>,
    cost: HashSet<u64, ByKey>,
    maker: HashSet<u64, ByKey>,
    of: u64,
    before: HashMap<u64, Before, ByKey>,
    /// A bit for each of these words, so that most words need no second look.
    before_bits: u64,
    behind_bits: u64,
    behind: HashMap<u64, Behind, ByKey>,
    /// The sector of metals that are dug.
    pub(crate) ores: usize,
    /// The sectors of foods that are refined: edible oils, sugar.
    pub(crate) refined: [usize; 2],
}

impl Lexicon {
    pub(crate) fn new(vocabulary: &mut Vocabulary) -> Self {
        let sectors: Vec<Sector> = rows(SECTORS)
            .map(|[name, isic, medtop]| Sector {
                name,
                isic,
                division: isic.get(..2).and_then(|digits| digits.parse().ok()).unwrap_or(0),
                medtop: Some(medtop).filter(|code| !code.is_empty()),
            })
            .collect();
        let by_name: HashMap<&str, usize> =
            (0..).zip(&sectors).map(|(at, sector)| (sector.name, at)).collect();
        // the first row of a code names it
        let mut by_isic: HashMap<&'static str, usize> = HashMap::new();
        for (at, sector) in (0..).zip(&sectors) {
            by_isic.entry(sector.isic).or_insert(at);
        }
        for word in OF_GOODS.split('|') {
            vocabulary.add(key(word), Lists::GOODS);
        }
        let keys = |list: &str| {
            let words = list.split('|').filter(|word| !word.is_empty() && *word != GOODS);
            words.map(key).collect::<Vec<_>>()
        };
        let mut cues: Vec<Cue> = rows(CUES)
            .map(|[words, names, weight, with, not, note]| Cue {
                words,
                pieces: pieces(words),
                plurals: plurals(last_word(words)),
                sectors: names.split('+').filter_map(|name| named(&by_name, name)).collect(),
                weight: weight.parse().unwrap_or(1),
                with: keys(with),
                with_goods: with.split('|').any(|word| word == GOODS),
                not: keys(not),
                note: Note::named(note),
                firm: None,
            })
            .collect();
        for [name, country, isic, aliases, ambiguous] in rows(COMPANIES) {
            let Some(sector) = nearest(&by_isic, isic) else { continue };
            let firm = Firm { country, is_ambiguous: ambiguous == "ambiguous" };
            let names = std::iter::once(name).chain(aliases.split('|')).filter(|name| !name.is_empty());
            cues.extend(names.map(|words| Cue {
                words,
                pieces: pieces(words),
                plurals: [0; 3],
                sectors: vec![(sector, false)],
                weight: OF_FIRM,
                with: Vec::new(),
                with_goods: false,
                not: Vec::new(),
                note: Note::Plain,
                firm: Some(firm),
            }));
        }
        cues.sort_by_key(|cue| std::cmp::Reverse(cue.words.len()));
        // the first word, the second, the cue
        let mut all: Vec<(u64, u64, u32)> = Vec::with_capacity(cues.len() * 3);
        for (index, cue) in (0..).zip(&cues) {
            match &cue.pieces[..] {
                [only] => all.extend(cue.forms(only).map(|first| (first, ENDS, index))),
                [first, second] if second.key != 0 => {
                    all.extend(cue.forms(second).map(|second| (first.key, second, index)));
                }
                [first, second, ..] => all.push((first.key, second.key, index)),
                [] => {}
            }
        }
        all.sort_unstable();
        let mut by_first: Vec<First> = Vec::with_capacity(all.len());
        let mut start = 0;
        for same in all.chunk_by(|one, next| one.0 == next.0) {
            let end = start + u32::try_from(same.len()).unwrap_or(0);
            if let Some((first, ..)) = same.first() {
                let number = u16::try_from(by_first.len()).expect("a list of fewer than 32,768 words");
                let is_of_market = |(.., cue): &(u64, u64, u32)| cues[*cue as usize].note == Note::Venue;
                vocabulary.add_cue(*first, number, !same.iter().all(is_of_market));
                let from = |wanted: fn(u64) -> bool| {
                    let before = same.partition_point(|(_, second, _)| !wanted(*second));
                    start + u32::try_from(before).unwrap_or(0)
                };
                let words = from(|second| second != 0);
                let singles = from(|second| second == ENDS);
                let is_word = |second: &u64| *second != 0 && *second != ENDS;
                let seconds = same.iter().map(|(_, second, _)| *second).filter(is_word).map(bit);
                let seconds = seconds.fold(0, |all, bit| all | bit);
                by_first.push(First { start, words, singles, end, seconds });
            }
            start = end;
        }
        let starts = all.iter().map(|(_, second, cue)| (*second, *cue)).collect();
        let set = |list: &str| list.split('|').map(|word| key(word.trim())).collect();
        let leaving_out = |words: &str| {
            let (word, next) = words.trim().split_once(' ').unwrap_or((words.trim(), ""));
            (key(word), Before::LeavingOut(if next.is_empty() { 0 } else { key(next) }))
        };
        let others = [(key("including"), Before::Including), (key("non"), Before::Non)];
        let before: HashMap<u64, Before, ByKey> =
            LEAVING_OUT.split('|').map(leaving_out).chain(others).collect();
        let behind =
            [(LEFT_OUT, Behind::LeftOut), (BEING, Behind::Being), (SAYS, Behind::Says), (KIND, Behind::Kind)];
        let behind = behind.iter().flat_map(|(list, what)| list.split('|').map(|word| (key(word), *what)));
        let behind: HashMap<u64, Behind, ByKey> = behind.collect();
        let bits = |all: u64, key: &u64| all | bit(*key);
        let ores = by_name.get(ORES).copied().unwrap_or(0);
        let refined = REFINED.map(|name| by_name.get(name).copied().unwrap_or(0));
        Self {
            sectors,
            by_isic,
            cues,
            by_first,
            starts,
            business: set(BUSINESS),
            sources: set(SOURCES),
            price: set(PRICE),
            cost: set(COST),
            maker: set(MAKER),
            of: key("of"),
            before_bits: before.keys().fold(0, bits),
            behind_bits: behind.keys().fold(0, bits),
            before,
            behind,
            ores,
            refined,
        }
    }

    /// The longest cue that begins at a token and is meant, and the token behind it.
    pub(crate) fn cue_at(
        &self,
        story: &Story<'_>,
        index: usize,
        is_meant: impl Fn(&Cue, usize) -> bool,
    ) -> Option<(&Cue, usize)> {
        let token = story.tokens.get(index)?;
        let number = token.is_in(Lists::CUE).then(|| token.known.cue())?;
        let first = *self.by_first.get(usize::from(number))?;
        let among = |from: u32, to: u32| self.starts.get(from as usize..to as usize).unwrap_or_default();
        // where the longest is not meant, only others of the same words are asked
        let longest = Cell::new(0);
        let of = |cue| {
            let (cue, after) = self.cue_of(cue, story, index)?;
            let is_longest = after >= longest.get();
            longest.set(after.max(longest.get()));
            (is_longest && is_meant(cue, after)).then_some((cue, after))
        };
        // first those that go on with that word, then with a sign, then those of one word: the longest first
        if first.seconds != 0 {
            let second = story.tokens.get(index + 1).map_or(0, |next| match next.key {
                0 if is_hyphen(story, index + 1) => story.tokens.get(index + 2).map_or(0, |next| next.key),
                key => key,
            });
            if second != 0 && first.seconds & bit(second) != 0 {
                let starts = among(first.words, first.singles);
                let from = starts.partition_point(|(goes_on, _)| *goes_on < second);
                for (_, cue) in starts[from..].iter().take_while(|(goes_on, _)| *goes_on == second) {
                    if let Some(found) = of(*cue) {
                        return Some(found);
                    }
                }
            }
        }
        let signed = among(first.start, first.words).iter();
        signed.chain(among(first.singles, first.end)).find_map(|(_, cue)| of(*cue))
    }

    /// A cue and the token behind it, if it stands at a token.
    #[inline]
    fn cue_of(&self, cue: u32, story: &Story<'_>, index: usize) -> Option<(&Cue, usize)> {
        let cue = self.cues.get(cue as usize)?;
        let after = cue.end(story, index)?;
        let is_firm = cue.firm.is_none_or(|firm| {
            cue.is_written_so(story, index, after) && self.is_firm(story, firm, index, after)
        });
        is_firm.then_some((cue, after))
    }

    /// Whether the name of a firm means the firm, as what the story speaks of.
    fn is_firm(&self, story: &Story<'_>, firm: Firm, first: usize, after: usize) -> bool {
        let known = |index: usize| story.tokens.get(index).map(|token| Classes::from(token.known));
        let key = |index: usize| story.tokens.get(index).map_or(0, |token| token.key);
        let near = [first.wrapping_sub(1), after, after + 1, after + 2, after + 3];
        if near.iter().any(|index| self.sources.contains(&key(*index))) {
            return false;
        }
        // "PLN 403.6 bn": a currency's code
        let is_amount = after == first + 1
            && story.tokens.get(after).is_some_and(|next| next.kind == TokenKind::Digits)
            && story.words(story.tokens[first].range()).len() == 3;
        if is_amount {
            return false;
        }
        if !firm.is_ambiguous || known(after).is_some_and(|classes| classes.any(Classes::COMPANY)) {
            return true;
        }
        let sentence = story.tokens.get(first).and_then(|token| story.sentence_at(token.start));
        let Some(sentence) = sentence.and_then(|index| story.sentences.get(index)) else { return false };
        let tokens = sentence.tokens.start.max(first.saturating_sub(NEAR))
            ..sentence.tokens.end.min(after + NEAR).min(story.tokens.len());
        sentence.tokens.start != first
            && story
                .tokens
                .get(tokens)
                .is_some_and(|tokens| tokens.iter().any(|token| self.business.contains(&token.key)))
    }

    /// Whether goods are named as a cause, by their price, or as an example: "from bourbon to jeans".
    pub(crate) fn is_aside(&self, story: &Story<'_>, first: usize, after: usize) -> bool {
        const LONGEST: usize = 6;
        let key = |index: usize| story.tokens.get(index).map_or(0, |token| token.key);
        let word = |index: usize| story.tokens.get(index).map_or("", |token| token.text);
        let before = first.wrapping_sub(1);
        let priced = self.price.contains(&key(after))
            || self.price.contains(&key(after - 1))
            || self.cost.contains(&key(before))
            || key(before) == self.of && first > 1 && self.price.contains(&key(first - 2));
        priced || word(before) == "from" && (after..after + LONGEST).any(|index| word(index) == "to")
    }

    /// Whether a firm that the headline names stands behind its goods: "pump maker Hallberg", "the mining group Boliden".
    pub(crate) fn is_of_firm_of(&self, story: &Story<'_>, after: usize, headline: &Range<usize>) -> bool {
        let token = |index: usize| story.tokens.get(index);
        let makes = |index: usize| token(index).is_some_and(|token| self.maker.contains(&token.key));
        let Some(name) =
            (if makes(after) { token(after + 1) } else { token(after).filter(|_| makes(after - 1)) })
        else {
            return false;
        };
        let named = story.token_at(headline.start)..story.token_at(headline.end);
        name.capital
            && name.kind == TokenKind::Word
            && story.tokens.get(named).is_some_and(|tokens| tokens.iter().any(|token| token.key == name.key))
    }

    /// What the words beside a cue make of it.
    pub(crate) fn beside(&self, story: &Story<'_>, first: usize, after: usize) -> Beside {
        /// How far a list goes on behind "including", and behind "excluding", where only words of other goods may stand between.
        const LISTED: usize = 7;
        const LEFT: usize = 5;
        let mut beside = Beside::default();
        let behind = |index: usize| {
            let token = story.tokens.get(index).filter(|token| self.behind_bits & bit(token.key) != 0)?;
            self.behind.get(&token.key)
        };
        match behind(after) {
            None => {}
            Some(Behind::LeftOut) => beside.is_left_out = true,
            Some(Behind::Says) => beside.is_source = true,
            Some(Behind::Being) => beside.is_left_out = behind(after + 1) == Some(&Behind::LeftOut),
            Some(Behind::Kind) => beside.is_source = behind(after + 1) == Some(&Behind::Says),
        }
        let before = story.tokens.get(first.saturating_sub(LISTED)..first).unwrap_or_default();
        let mut next = story.tokens.get(first).map_or(0, |token| token.key);
        let mut only_words = true;
        for (far, token) in before.iter().rev().enumerate() {
            if token.key == 0 {
                if matches!(token.text, "." | ";") {
                    break;
                }
                only_words = false;
            } else if self.before_bits & bit(token.key) != 0 {
                match self.before.get(&token.key) {
                    // "emerging industries, including new energy" names one
                    Some(Before::Including) => {
                        let of = before.iter().rev().skip(far + 1).take(2);
                        let names = |token: &Token<'_>| Classes::from(token.known).any(Classes::SECTOR);
                        beside.is_listed = !of.into_iter().any(names);
                    }
                    // "non-gold exports"; but "non-basmati rice" is rice
                    Some(Before::Non) => beside.is_left_out |= far == 1 && !only_words && after == first + 1,
                    Some(Before::LeavingOut(then)) => {
                        beside.is_left_out |= only_words && far < LEFT && (*then == 0 || *then == next);
                    }
                    None => {}
                }
            }
            next = token.key;
        }
        beside
    }

    /// The sector of a code as such, or the nearest above it.
    pub(crate) fn sector_of(&self, isic: &str) -> Option<usize> {
        nearest(&self.by_isic, isic)
    }
}

/// How many tokens to each side of a cue are looked at.
const NEAR: usize = 40;

fn nearest(by_isic: &HashMap<&'static str, usize>, isic: &str) -> Option<usize> {
    (2..=isic.len()).rev().find_map(|length| by_isic.get(isic.get(..length)?).copied())
}

/// In place of a second word, of a cue that has none.
const ENDS: u64 = u64::MAX;

impl Cue {
    /// The forms of a cue's last word, that itself among them.
    fn forms(&self, last: &Piece) -> impl Iterator<Item = u64> {
        self.plurals.into_iter().chain([last.key]).filter(|form| *form != 0)
    }

    /// The token behind the cue, in the singular or plural, if it stands at a token.
    fn end(&self, story: &Story<'_>, mut at: usize) -> Option<usize> {
        let last = self.pieces.len().checked_sub(1)?;
        for (number, piece) in self.pieces.iter().enumerate() {
            let mut token = story.tokens.get(at)?;
            if number > 0 {
                let mut apart = token.start > story.tokens[at - 1].end;
                if piece.apart && is_hyphen(story, at) && !apart {
                    at += 1;
                    token = story.tokens.get(at)?;
                    apart = true;
                }
                if apart != piece.apart {
                    return None;
                }
            }
            let fits = if piece.key == 0 {
                story.text[token.range()].starts_with(piece.sign)
            } else {
                token.key == piece.key
                    || number == last && token.key != 0 && self.plurals.contains(&token.key)
            };
            if !fits {
                return None;
            }
            at += 1;
        }
        // "cars2"
        let end = story.tokens[at - 1].end;
        let goes_on =
            story.tokens.get(at).is_some_and(|next| next.start == end && next.kind == TokenKind::Digits);
        (!goes_on).then_some(at)
    }

    /// Whether a firm's name is written as in the table, or all in capitals.
    fn is_written_so(&self, story: &Story<'_>, first: usize, after: usize) -> bool {
        let written = &story.text[story.tokens[first].start..story.tokens[after - 1].end];
        written == self.words
            || written.split_whitespace().eq(self.words.split_whitespace())
            || self.words.len() > 4
                && written.eq_ignore_ascii_case(self.words)
                && !written.bytes().any(|byte| byte.is_ascii_lowercase())
    }

    /// Whether the words around let it count: one of `with` in the sentence, none of `not` beside it.
    pub(crate) fn is_borne_out(&self, story: &Story<'_>, first: usize, after: usize) -> bool {
        let word = |token: Option<&Token<'_>>| token.map_or(0, |token| token.key);
        if !self.not.is_empty() {
            let before = first
                .checked_sub(1)
                .map(|before| if is_hyphen(story, before) { before.saturating_sub(1) } else { before });
            let before = word(before.and_then(|before| story.tokens.get(before)));
            let after = word(story.tokens.get(if is_hyphen(story, after) { after + 1 } else { after }));
            if self.not.contains(&before) || self.not.contains(&after) {
                return false;
            }
        }
        if self.with.is_empty() && !self.with_goods {
            return true;
        }
        let sentence = story.tokens.get(first).and_then(|token| story.sentence_at(token.start));
        let sentence = sentence.and_then(|index| story.sentences.get(index));
        if self.with_goods && sentence.is_some_and(|sentence| sentence.lists.any(Lists::GOODS)) {
            return true;
        }
        if self.with.is_empty() {
            return false;
        }
        let tokens = sentence.map(|sentence| sentence.tokens.clone());
        let near = first.saturating_sub(NEAR)..first + NEAR;
        let tokens = tokens.unwrap_or(near.clone());
        let range = tokens.start.max(near.start)..tokens.end.min(near.end).min(story.tokens.len());
        story.tokens.get(range.clone()).is_some_and(|tokens| {
            tokens
                .iter()
                .enumerate()
                .any(|(at, token)| range.start + at != first && self.with.contains(&token.key))
        })
    }
}

fn is_hyphen(story: &Story<'_>, index: usize) -> bool {
    story.tokens.get(index).is_some_and(|token| matches!(token.text, "-" | "‑" | "–"))
}

fn pieces(words: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut apart = false;
    let mut rest = words;
    while let Some(letter) = rest.chars().next() {
        if matches!(letter, ' ' | '-') {
            apart = true;
            rest = &rest[1..];
            continue;
        }
        let word = rest.find(|letter: char| !letter.is_alphabetic()).unwrap_or(rest.len());
        let digits = rest.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(rest.len());
        let length = if word == 0 { digits.max(letter.len_utf8()) } else { word };
        let key = if word == 0 { 0 } else { key(&rest[..word]) };
        pieces.push(Piece { apart, key, sign: letter });
        apart = false;
        rest = &rest[length..];
    }
    pieces
}

/// A sector by its name, in brackets if it is meant less: `electronics+(electrical equipment)`.
fn named(by_name: &HashMap<&str, usize>, name: &str) -> Option<(usize, bool)> {
    let less = name.strip_prefix('(').and_then(|name| name.strip_suffix(')'));
    by_name.get(less.unwrap_or(name)).map(|sector| (*sector, less.is_some()))
}

fn last_word(words: &str) -> &str {
    words.rsplit(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default()
}

/// The keys of a word's plurals, 0 for none: cars; boxes and potatoes, but `cares` are no cars; factories, seamen, knives.
fn plurals(word: &str) -> [u64; 3] {
    if word.is_empty() {
        return [0; 3];
    }
    let hisses = ["s", "x", "z", "ch", "sh", "o"].iter().any(|end| word.ends_with(end));
    let changed = [("y", "ies"), ("man", "men"), ("fe", "ves"), ("f", "ves")]
        .into_iter()
        .find_map(|(one, many)| word.strip_suffix(one).map(|stem| key(&format!("{stem}{many}"))));
    [key(&format!("{word}s")), if hisses { key(&format!("{word}es")) } else { 0 }, changed.unwrap_or(0)]
}

fn rows<const N: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| {
        let mut fields = line.split('\t');
        std::array::from_fn(|_| fields.next().unwrap_or_default())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cue_names_sectors_that_are_there() {
        let lexicon = Lexicon::new(&mut Vocabulary::default());
        for [words, names, weight, _, _, note] in rows::<6>(CUES) {
            assert!(note.is_empty() || Note::named(note) != Note::Plain, "{words}: {note}");
            for name in names.split('+').filter(|name| *name != "-") {
                let name = name.trim_matches(['(', ')']);
                assert!(lexicon.sectors.iter().any(|sector| sector.name == name), "{words}: {name}");
            }
            assert!(matches!(weight.parse(), Ok(1..=4)), "{words}: {weight}");
            assert_eq!(words, words.to_lowercase());
        }
    }

    /// Else two sectors of one division in one story have no name together.
    #[test]
    fn every_division_of_two_sectors_has_one_of_its_own() {
        let sectors = Lexicon::new(&mut Vocabulary::default()).sectors;
        for sector in &sectors {
            let division = &sector.isic[..2];
            let count = sectors.iter().filter(|other| other.isic.starts_with(division)).count();
            assert!(count == 1 || sectors.iter().any(|other| other.isic == division), "{division}");
        }
    }

    #[test]
    fn every_code_is_one_of_isic() {
        let codes: HashSet<&str> =
            rows::<2>(include_str!("../../data/isic4.tsv")).map(|[code, _]| code).collect();
        for [name, isic, _] in rows(SECTORS) {
            assert!(isic.len() > 1 && codes.contains(isic), "{name}: {isic}");
        }
        for [name, country, isic, _, ambiguous] in rows(COMPANIES) {
            assert!(isic.len() > 1 && codes.contains(isic), "{name}: {isic}");
            assert_eq!(country.len(), 2, "{name}");
            assert!(matches!(ambiguous, "" | "ambiguous"), "{name}");
        }
    }

    /// Twice only with other words around it.
    #[test]
    fn no_cue_and_no_firm_stands_twice() {
        let mut seen = HashSet::new();
        let cues = rows::<6>(CUES).map(|[words, _, _, with, _, note]| (words, with, note));
        let firms = rows::<5>(COMPANIES).flat_map(|[name, _, _, aliases, _]| {
            std::iter::once(name).chain(aliases.split('|')).filter(|name| !name.is_empty())
        });
        for cue in cues.chain(firms.map(|name| (name, "", ""))) {
            assert!(seen.insert(cue), "{cue:?}");
        }
    }

    #[test]
    fn every_sector_has_a_whole_media_topic() {
        for sector in &Lexicon::new(&mut Vocabulary::default()).sectors {
            assert!(sector.medtop.is_none_or(|code| code.len() == 8), "{}", sector.name);
        }
    }

    #[test]
    fn the_longest_cue_wins_in_the_singular_and_the_plural() {
        let mut vocabulary = Vocabulary::default();
        let lexicon = Lexicon::new(&mut vocabulary);
        let found = |text: &str| {
            let article = article::Article::of_text(text);
            let story = Story::of(&article, &vocabulary);
            let end = |after: usize| story.tokens[after - 1].end;
            lexicon
                .cue_at(&story, 0, |_, _| true)
                .map(|(cue, after)| (cue.words, text[..end(after)].to_owned()))
        };
        assert_eq!(
            found("new energy vehicles rose"),
            Some(("new energy vehicle", "new energy vehicles".to_owned()))
        );
        assert_eq!(found("New\nenergy grew"), Some(("new energy", "New\nenergy".to_owned())));
        assert_eq!(found("fisheries and"), Some(("fishery", "fisheries".to_owned())));
        assert_eq!(found("carpet-bombing"), Some(("carpet", "carpet".to_owned())));
        assert_eq!(found("cars"), Some(("car", "cars".to_owned())));
        assert_eq!(found("E&E products"), Some(("e&e product", "E&E products".to_owned())));
        assert_eq!(found("carbon"), None);
    }
}
