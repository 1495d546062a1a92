//! A story with one place put for another, and the record that it must have then.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::table::{self, COUNTRIES, Country, Division, Form, Story, Town, bare};

/// Words of the story, by code points, and what stands there instead.
#[derive(Debug)]
struct Piece {
    start: usize,
    end: usize,
    old: String,
    new: String,
}

/// A story with other words in some places.
#[derive(Debug, Default)]
pub(crate) struct Swap {
    pieces: Vec<Piece>,
    /// The codes of the new places by those of the old.
    codes: HashMap<String, Code>,
    /// The old currency and the new.
    money: Option<(&'static str, &'static str)>,
}

#[derive(Clone, Debug)]
struct Code {
    code: String,
    admin1: Option<String>,
}

/// Why a country of a story is not swapped.
pub(crate) type LeftOut = &'static str;

/// Names that hold the Union, not a place in Belgium.
const BRUSSELS: &str = "geonames:2800866";

fn place(value: &Value) -> usize {
    usize::try_from(value.as_u64().expect("a place")).expect("a place")
}

fn text_of(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// The words of a region: mentions and names inside others, as (start, end, words, whether it is a people word).
fn spans(region: &Value) -> Vec<(usize, usize, &str, bool)> {
    let spans =
        ["mentions", "inside_names"].iter().flat_map(|key| region[*key].as_array().into_iter().flatten());
    spans
        .map(|span| {
            (place(&span["start"]), place(&span["end"]), text_of(&span["exact"]), span["usage"] == "demonym")
        })
        .collect()
}

impl Swap {
    fn put(&mut self, start: usize, end: usize, old: &str, new: &str) {
        let shouts = old.chars().any(char::is_alphabetic)
            && old.chars().count() > 3
            && !old.chars().any(char::is_lowercase);
        let new = if shouts { new.to_uppercase() } else { new.to_owned() };
        self.pieces.push(Piece { start, end, old: old.to_owned(), new });
    }

    fn code(&mut self, old: &str, new: &str, admin1: Option<&str>) {
        let admin1 = admin1.filter(|code| !code.is_empty()).map(str::to_owned);
        self.codes.insert(old.to_owned(), Code { code: new.to_owned(), admin1 });
    }

    /// Whether a country of a story can be another at all.
    pub(crate) fn may(story: &Story, record: &Value, old: &str) -> Result<(), LeftOut> {
        let regions = record["regions"].as_array().expect("a list");
        let within = |region: &&Value| {
            region["country"] == old && matches!(text_of(&region["level"]), "country" | "admin1" | "city")
        };
        let mut names: Vec<&str> = regions.iter().filter(within).flat_map(spans).map(|span| span.2).collect();
        names.sort_unstable();
        names.dedup();
        // a fault of the tagger's that is not mended: "By Chen Jian" has no city Ji'an
        let bylines = || {
            story
                .text
                .lines()
                .filter(|line| line.starts_with("By ") && line.len() < 60 && !line.ends_with('.'))
        };
        if names.iter().any(|name| bylines().any(|line| line.contains(name))) {
            return Err("a reporter's name was taken for a place of it");
        }
        // no sentence ends behind `U.S.` where a desk went on with a capital, `lathes to the U.S. To 1,700 units`; one ends behind `Korea.`
        if old == "US"
            && ["To", "Took", "In", "For"].iter().any(|word| story.text.contains(&format!("U.S. {word} ")))
        {
            return Err("the desk went on with a capital behind its stop");
        }
        if matches!(old, "SU" | "YU" | "CS") {
            return Err("its capital is another's today");
        }
        if names.iter().any(|name| table::is_in_firm(story, name)) {
            return Err("a firm of the tagger's lists is called like it");
        }
        if names.iter().any(|name| story.text.contains(&format!("hares in {name}"))) {
            return Err("shares are quoted in a city of it");
        }
        let evidence = record["industries"].as_array().into_iter().flatten();
        let mut evidence =
            evidence.flat_map(|industry| industry["evidence"].as_array().into_iter().flatten());
        if evidence.any(|span| names.iter().any(|name| table::is_in(text_of(&span["exact"]), name))) {
            return Err("goods or an event are called after it");
        }
        if table::in_cues(old).any(|cue| story.has(cue)) {
            return Err("goods or an event are called after it");
        }
        if regions.iter().any(|region| is_owned_landmark(region, old, regions)) {
            return Err("it owns a landmark in the story");
        }
        let figures = record["trade_figures"].as_array().expect("a list");
        if let Some(money) = table::local_money(story, old)
            && figures.iter().any(|figure| figure["unit"] == *money)
        {
            return Err("a word for money means its currency");
        }
        // duties are those of whom it names: `President-elect Donald Trump`
        if old == "US"
            && ["Trump", "Biden", "Bush", "Clinton", "Reagan", "Obama"].iter().any(|name| story.has(name))
        {
            return Err("its president is named");
        }
        // where no country of the story pays in pounds they are a weight
        if old == "GB" && story.has("pounds") && figures.iter().any(|figure| figure["unit"] == "GBP") {
            return Err("a word for money means its currency");
        }
        Ok(())
    }

    /// One country of a story, with all that the story names in it, for another.
    pub(crate) fn country(story: &Story, record: &Value, old: &str, new: &Country) -> Result<Self, LeftOut> {
        let regions = record["regions"].as_array().expect("a list");
        if regions.iter().any(|region| region["code"] == *new.code || region["country"] == *new.code) {
            return Err("the story names it");
        }
        if new.words().chain(table::forms(&new.code)).any(|word| story.has(word)) {
            return Err("the story names it");
        }
        if table::local_money(story, &new.code).is_some() {
            return Err("a word for money means another currency there");
        }
        // `the Far East` of a story of Russia is Russia's
        if new.code == "RU" && story.has("far east") {
            return Err("a wider region is another there");
        }
        let figures = record["trade_figures"].as_array().expect("a list");
        let reports = |figure: &Value| text_of(&figure["reporter"]).split(['+', '-']).next() == Some(old);
        if figures.iter().any(reports) && !table::same_years(story, old, &new.code) {
            return Err("its fiscal or crop year is another");
        }
        let letters: Vec<char> = story.text.chars().collect();
        let mut swap = Self::default();
        swap.code(old, &new.code, None);
        let mut divisions: Vec<&Division> = new.divisions.iter().collect();
        let mut towns: HashMap<&str, Vec<&Town>> = HashMap::new();
        // divisions first: cities lie in them
        for region in regions.iter().filter(|region| region["level"] == "admin1" && region["country"] == old)
        {
            if divisions.is_empty() {
                return Err("too few divisions");
            }
            // one with cities for one with cities
            let code = text_of(&region["code"]);
            let cities =
                regions.iter().filter(|city| city["level"] == "city" && city["admin1"] == code).count();
            let at = divisions.iter().position(|division| division.cities.len() >= cities);
            let division = divisions.remove(at.ok_or("too few cities")?);
            towns.insert(code, division.cities.iter().rev().collect());
            swap.code(code, &division.code, Some(&division.code));
            for (start, end, words, demonym) in spans(region) {
                if demonym {
                    return Err("a division's adjective");
                }
                if letters.get(end..end + 7).is_some_and(|next| next.iter().collect::<String>() == " County")
                {
                    return Err("its divisions are of another kind");
                }
                swap.put(start, end, words, &division.name);
            }
        }
        let mut capital = new.capital.as_ref();
        let mut left: Vec<&Town> =
            divisions.iter().rev().flat_map(|division| division.cities.iter().rev()).collect();
        for region in regions.iter().filter(|region| region["level"] == "city" && region["country"] == old) {
            let code = text_of(&region["code"]);
            if code == BRUSSELS {
                return Err("Brussels");
            }
            // the second of two capitals (The Hague) is a city
            let is_capital = table::is_marked(code, 'c');
            if is_capital && new.capital.is_none() {
                return Err("too few cities");
            }
            let town = if is_capital { capital.take() } else { None };
            let here = towns.get_mut(text_of(&region["admin1"])).unwrap_or(&mut left);
            // "shares in Shanghai" are no firm's: a city that the world knows for one
            let known = |town: &&Town| table::is_marked(&town.code, 'k') || !table::is_marked(code, 'k');
            let at = here.iter().rposition(known);
            let town = town.or_else(|| at.map(|at| here.remove(at))).ok_or("too few cities")?;
            swap.code(code, &town.code, Some(&town.division));
            for (start, end, words, demonym) in spans(region) {
                if demonym || words.contains('.') {
                    return Err("a city's adjective or abbreviation");
                }
                swap.put(start, end, words, &town.name);
            }
        }
        for region in regions.iter().filter(|region| region["code"] == old) {
            for (start, end, words, _) in spans(region) {
                swap.name(&letters, start, end, words, old, new)?;
            }
        }
        if table::has_town(&story.text, &new.code) {
            return Err("a name of the story is a town there too");
        }
        swap.pieces.sort_by_key(|piece| piece.start);
        let two = |one: &Piece| {
            swap.pieces.iter().any(|other| {
                other.old == one.old
                    && other.new != one.new
                    && one.old != "The"
                    && one.old.chars().all(char::is_alphabetic)
            })
        };
        if swap.pieces.iter().any(two) {
            return Err("two places of it are called the same");
        }
        Ok(swap)
    }

    /// One division of a country for another that the story does not name, with its cities.
    pub(crate) fn division(
        story: &Story,
        record: &Value,
        region: &Value,
        new: &Division,
    ) -> Result<Self, LeftOut> {
        let regions = record["regions"].as_array().expect("a list");
        let old = text_of(&region["code"]);
        if regions.iter().any(|region| region["code"] == *new.code || region["admin1"] == *new.code)
            || story.has(&new.name)
        {
            return Err("the story names it");
        }
        // what a sector's part of a story is counts words
        let long = |name: &str| name.split([' ', '-']).count();
        if long(&new.name) != spans(region).first().map_or(0, |span| long(span.2)) {
            return Err("none has as many words");
        }
        let mut swap = Self::default();
        swap.code(old, &new.code, Some(&new.code));
        for (start, end, words, demonym) in spans(region) {
            if demonym || words.contains('.') {
                return Err("its adjective or abbreviation");
            }
            if table::is_in_firm(story, words) {
                return Err("a firm of the tagger's lists is called like it");
            }
            swap.put(start, end, words, &new.name);
        }
        let mut left: Vec<&Town> = new.cities.iter().rev().collect();
        for city in regions.iter().filter(|city| city["level"] == "city" && city["admin1"] == old) {
            let code = text_of(&city["code"]);
            if table::is_marked(code, 'c') {
                return Err("the capital lies in it");
            }
            // known by a post office alone; figures read a town by its number
            if code.starts_with("x:") {
                return Err("a town that GeoNames has not");
            }
            let town = left.pop().ok_or("too few cities")?;
            if story.has(&town.name) {
                return Err("the story names it");
            }
            swap.code(code, &town.code, Some(&town.division));
            for (start, end, words, demonym) in spans(city) {
                if demonym || words.contains('.') {
                    return Err("its adjective or abbreviation");
                }
                // Port Klang speaks of shipping, Kuching does not
                if words.split(' ').any(|word| word == "Port") {
                    return Err("goods or an event are called after it");
                }
                swap.put(start, end, words, &town.name);
            }
        }
        swap.pieces.sort_by_key(|piece| piece.start);
        Ok(swap)
    }

    /// One currency in all its forms for another.
    pub(crate) fn money(text: &str, old: &'static str, new: &'static str, forms: &[(&str, &str)]) -> Self {
        let mut swap = Self { money: Some((old, new)), ..Self::default() };
        let mut point = 0;
        let mut from = 0;
        while from < text.len() {
            let rest = &text[from..];
            let form = forms
                .iter()
                .find(|(form, _)| rest.starts_with(form) && table::stands_alone(text, from, form));
            let long = match form {
                Some((form, other)) => {
                    swap.pieces.push(Piece {
                        start: point,
                        end: point + form.chars().count(),
                        old: (*form).to_owned(),
                        new: (*other).to_owned(),
                    });
                    form.len()
                }
                None => rest.chars().next().map_or(1, char::len_utf8),
            };
            point += text[from..from + long].chars().count();
            from += long;
        }
        swap
    }

    /// A mention of the country itself, with its article and its apostrophe.
    fn name(
        &mut self,
        letters: &[char],
        start: usize,
        end: usize,
        words: &str,
        old: &str,
        new: &Country,
    ) -> Result<(), LeftOut> {
        let form = table::form_of(old, words).ok_or("a form that others have not")?;
        // other countries have no longer name in one word
        let form = if form == Form::Official && new.official.is_empty() { Form::Name } else { form };
        let other = new.form(form);
        if other.is_empty() {
            return Err("a form that others have not");
        }
        let name = matches!(form, Form::Name | Form::Official);
        let article: String = letters[start.saturating_sub(4)..start].iter().collect();
        let has_article = name && article.eq_ignore_ascii_case("the ");
        if has_article && other.starts_with("the ") || form == Form::Official && !name {
            self.put(start, end, words, bare(other));
        } else if has_article && !is_inside(letters, end) {
            // `the United States` for `Hungary`: the article goes
            let words: String = letters[start - 4..end].iter().collect();
            self.put(start - 4, end, &words, other);
        } else if name && other.starts_with("the ") && !has_article {
            // headlines and lists leave the article out
            let called = COUNTRIES.iter().find(|country| country.code == old);
            if called.is_none_or(|country| !country.name.starts_with("the ")) {
                return Err("one has an article and the other has none");
            }
            self.put(start, end, words, bare(other));
        } else {
            self.put(start, end, words, bare(other));
        }
        // `the Philippines' exports`, `Chad's exports`
        let apostrophe = letters.get(end).copied().filter(|letter| matches!(letter, '\'' | '’'));
        if let Some(apostrophe) = apostrophe {
            let ends = bare(other).ends_with('s');
            let s = letters.get(end + 1).is_some_and(|letter| matches!(letter, 's' | 'S'))
                && !letters.get(end + 2).is_some_and(|letter| letter.is_alphanumeric());
            let possessive = s || words.ends_with(['s', 'S']);
            if possessive && s == ends {
                let (old, new) = (format!("{apostrophe}s"), apostrophe.to_string());
                if s {
                    self.put(end, end + 2, &old, &new);
                } else {
                    self.put(end, end + 1, &new, &old);
                }
            }
        }
        Ok(())
    }

    /// Where a code point of the old text stands in the new one; `end`: of the end of a span.
    fn moved(&self, at: usize, end: bool) -> usize {
        let mut shift = 0_isize;
        for piece in &self.pieces {
            let (long, was) = (piece.new.chars().count(), piece.end - piece.start);
            if piece.end <= at {
                shift += isize::try_from(long).expect("short") - isize::try_from(was).expect("short");
            } else if piece.start < at {
                // inside what was put: at its start, or behind it
                let at = if end { piece.start + long } else { piece.start };
                return at.checked_add_signed(shift).expect("a place");
            }
        }
        at.checked_add_signed(shift).expect("a place")
    }

    /// The story with the new words.
    pub(crate) fn text(&self, text: &str) -> String {
        let letters: Vec<char> = text.chars().collect();
        let mut new = String::with_capacity(text.len());
        let mut from = 0;
        for piece in &self.pieces {
            new.extend(&letters[from..piece.start]);
            new.push_str(&piece.new);
            from = piece.end;
        }
        new.extend(&letters[from..]);
        new
    }

    /// Words of the record that are the story's: who said so, the goods, a benchmark.
    fn words(&self, words: &str) -> String {
        let mut pieces: Vec<&Piece> =
            self.pieces.iter().filter(|piece| piece.old.chars().count() > 1).collect();
        pieces.sort_by_key(|piece| std::cmp::Reverse(piece.old.len()));
        let mut new = words.to_owned();
        for (nth, piece) in pieces.iter().enumerate() {
            let mark = format!("\u{1}{nth}\u{2}");
            if table::is_in(&new, &piece.old) || piece.old.contains('\'') {
                new = new
                    .replace(&piece.old, &mark)
                    .replace(&piece.old.to_lowercase(), &format!("\u{3}{mark}"));
            }
        }
        for (nth, piece) in pieces.iter().enumerate() {
            let mark = format!("\u{1}{nth}\u{2}");
            new = new.replace(&format!("\u{3}{mark}"), &piece.new.to_lowercase()).replace(&mark, &piece.new);
        }
        new
    }

    pub(crate) fn is_of_money(&self) -> bool {
        self.money.is_some()
    }

    /// `CNY`, `CNY/USD`, `currency:CNY` in the new currency.
    fn unit(&self, words: &str) -> String {
        self.money.map_or_else(|| words.to_owned(), |(old, new)| words.replace(old, new))
    }

    /// The record that the new story must have.
    pub(crate) fn record(&self, record: &Value, text: &str) -> Value {
        let letters: Vec<char> = text.chars().collect();
        self.value("", record, &letters)
    }

    /// `JP` and `x:non-jp`, all but Japan.
    fn code_of(&self, code: &str) -> String {
        let new = |code: &str| self.codes.get(code).map(|code| code.code.clone());
        if let Some(but) = code.strip_prefix("x:non-") {
            return new(&but.to_ascii_uppercase())
                .map_or_else(|| code.to_owned(), |new| format!("x:non-{}", new.to_ascii_lowercase()));
        }
        new(code).unwrap_or_else(|| code.to_owned())
    }

    fn value(&self, key: &str, value: &Value, letters: &[char]) -> Value {
        match value {
            Value::Array(list) => list.iter().map(|value| self.value("", value, letters)).collect(),
            Value::Object(object) => {
                let mut new: serde_json::Map<String, Value> = object
                    .iter()
                    .map(|(key, value)| (key.clone(), self.value(key, value, letters)))
                    .collect();
                if let (Some(start), Some(end)) = (object.get("start"), object.get("end")) {
                    let (start, end) = (self.moved(place(start), false), self.moved(place(end), true));
                    new.insert("start".to_owned(), json!(start));
                    new.insert("end".to_owned(), json!(end));
                    if object.contains_key("exact") {
                        let exact: String = letters[start.min(end)..end].iter().collect();
                        new.insert("exact".to_owned(), json!(exact));
                    }
                }
                if let (Some(code), true) = (object.get("code"), object.contains_key("level")) {
                    if let Some(code) = self.codes.get(text_of(code)) {
                        new.insert("admin1".to_owned(), json!(code.admin1));
                    } else {
                        // a river stays in its country, a port in its division
                        for key in ["admin1", "country"].into_iter().filter(|key| object.contains_key(*key)) {
                            new.insert(key.to_owned(), object[key].clone());
                        }
                    }
                }
                Value::Object(new)
            }
            Value::String(words) => match key {
                "code" | "country" | "admin1" | "reporter" | "partner" => {
                    let new: Vec<String> = words.split('+').map(|code| self.code_of(code)).collect();
                    json!(new.join("+"))
                }
                "unit" if self.money.is_some() => json!(self.unit(words)),
                _ if words.starts_with("currency:") => json!(self.unit(words)),
                _ if words.starts_with("excluding:") => json!(self.words(words)),
                "attribution" | "commodity" | "of" if !self.pieces.is_empty() => json!(self.words(words)),
                _ => value.clone(),
            },
            _ => value.clone(),
        }
    }
}

/// Whether the name goes on: `the United States Department of Commerce`.
fn is_inside(letters: &[char], end: usize) -> bool {
    letters.get(end) == Some(&' ') && letters.get(end + 1).is_some_and(|letter| letter.is_uppercase())
}

/// Whether a region that no table of ours moves is a part of its country, or stands right behind its name: the Russian Far
/// East, `Russia's Yamal`.
fn is_owned_landmark(region: &Value, country: &str, regions: &[Value]) -> bool {
    let wider = matches!(text_of(&region["level"]), "other" | "macro" | "group");
    let owner = regions.iter().find(|region| region["code"] == country);
    let owner = owner.map(spans).unwrap_or_default();
    wider
        && region["country"] == country
        && (region["level"] == "macro"
            || spans(region)
                .iter()
                .any(|(start, ..)| owner.iter().any(|(_, end, ..)| *end <= *start && *start < *end + 5)))
}
