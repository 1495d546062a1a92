//! Stories to measure with: made up, all different, and like news in that some of it is about trade and most is not.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use flow::Fault;

const PLACES: [&str; 16] = [
    "Vietnam",
    "Chile",
    "Bavaria",
    "Kenya",
    "South Korea",
    "Guangdong",
    "Poland",
    "Brazil",
    "Japan",
    "Morocco",
    "Texas",
    "Turkey",
    "Malaysia",
    "Norway",
    "Peru",
    "India",
];
const GOODS: [&str; 8] = [
    "semiconductors",
    "copper",
    "coffee",
    "passenger cars",
    "garments",
    "crude oil",
    "machinery",
    "soybeans",
];

/// Sentences with `{P}` a place, `{G}` goods, `{N}` a number.
const SENTENCES: [&str; 20] = [
    "{P}'s exports of {G} rose {N}.4 percent year on year to {N}.2 billion U.S. dollars in the first half of 2024.",
    "Imports from {P} fell {N} percent to {N}.7 billion euros, the statistics office said on Tuesday.",
    "The trade surplus with {P} widened to {N}.1 billion dollars from {N} billion a year earlier.",
    "Shipments of {G} to {P} accounted for {N} percent of the total, up {N}.3 percentage points.",
    "Analysts had expected a smaller increase, citing weak demand and higher freight rates on the main routes.",
    "The minister told reporters that talks would go on next week and that nothing had been decided yet.",
    "Industrial output grew {N}.6 percent in the quarter while consumer prices were little changed.",
    "Workers at a plant in {P} ended a strike that had lasted for {N} days after a pay rise of {N} percent.",
    "\"We see orders coming back, but slowly,\" said the head of the producers' association, who asked for patience.",
    "A bridge on the border with {P} was closed for repairs, and trucks took a longer way through the hills.",
    "The central bank left its key rate at {N}.25 percent and said it would watch the exchange rate closely.",
    "In the second half of the match the visitors scored twice and kept their place at the top of the table.",
    "Farmers reported a good harvest of {G} thanks to rain in spring, though storage was short in some districts.",
    "The company said revenue rose {N} percent to {N}90 million and that it would open an office in {P}.",
    "Police asked drivers to avoid the old town, where a festival was expected to draw {N}0,000 visitors.",
    "Parliament will debate the bill in autumn; the opposition wants a longer period before it comes into force.",
    "Power supply was restored by the evening after a storm had left several villages without light.",
    "The university opened a laboratory for new materials together with partners from {P}.",
    "Officials said customs checks would be made faster with a new system that starts in {P} next year.",
    "Tourism has returned to the level of five years ago, hotels and restaurants on the coast reported.",
];

/// About `bytes` of plain text, the same for the same number.
pub(super) fn story(number: u64, bytes: usize) -> String {
    let mut dice = number.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut roll = |sides: usize| {
        dice ^= dice << 13;
        dice ^= dice >> 7;
        dice ^= dice << 17;
        usize::try_from(dice >> 33).unwrap_or(0) % sides
    };
    let place = PLACES[roll(PLACES.len())];
    let mut text = format!("{place}'s trade and other news, number {number}\n\nGENEVA, July 9 (Reuters) - ");
    while text.len() < bytes {
        let sentence = SENTENCES[roll(SENTENCES.len())].replace("{P}", PLACES[roll(PLACES.len())]);
        let sentence =
            sentence.replace("{G}", GOODS[roll(GOODS.len())]).replace("{N}", &(roll(89) + 2).to_string());
        text.push_str(&sentence);
        text.push_str(if roll(3) == 0 { "\n\n" } else { " " });
    }
    text
}

/// A file of articles, one a line.
pub(super) fn write(path: &Path, count: u64, bytes: usize) -> Result<(), Fault> {
    let doing = || format!("write {}", path.display());
    let mut file = BufWriter::with_capacity(1 << 20, File::create(path).map_err(Fault::io(doing))?);
    for number in 0..count {
        let article = serde_json::json!({
            "id": format!("bench-{number}"), "published_at": "2024-07-09", "text": story(number, bytes),
        });
        writeln!(file, "{article}").map_err(Fault::io(doing))?;
    }
    file.flush().map_err(Fault::io(doing))
}
