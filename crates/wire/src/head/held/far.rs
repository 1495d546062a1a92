//! Kills and embargoes in languages that are not cut into words at blanks, or whose words have others glued to them.

use super::{Heard, Place};

/// Takes a story back.
const KILLS: &[&str] = &[
    "記事を取り消し",
    "記事は取り消し",
    "記事取り消し",
    "【取り消し】",
    "この記事は使用しないで",
    "記事を使用しないで",
    "전문 취소",
    "전문취소",
    "기사 취소",
    "기사를 취소",
    "기사를 사용하지 마",
    "撤稿",
    "此稿撤回",
    "稿件撤回",
    "撤回此稿",
    "请勿使用此稿",
    "請勿使用此稿",
    "不要采用新华社",
    "此稿作废",
    "本稿作废",
    "本稿有误",
    "请勿使用本稿",
    "기사 삭제",
    "기사삭제",
    "عدم استخدام هذا الخبر",
    "عدم استخدام خبر",
    "إلغاء الخبر",
    "إلغاء خبر",
];
/// Keeps it until a time.
const EMBARGOES: &[&str] = &[
    "이후 보도 가능",
    "이후 보도해",
    "보도유예",
    "엠바고",
    "前不得发布",
    "前不得發布",
    "前不得播发",
    "後發布",
    "后发布",
    "後發佈",
    "解禁",
    "禁发至",
    "حظر النشر حتى",
    "محظور النشر حتى",
    "يحظر النشر حتى",
];

/// How a line begins or ends that asks for it.
const STARTS: &[&str] = &["يرجى", "نرجو", "请", "請", "【", "(", "이 기사"];
const ENDS: &[&str] = &["します", "합니다", "通知", "请勿使用", "請勿使用", "请勿刊用"];

/// What such words say. In the copy only a line of its own says it of the story.
pub(super) fn hear(words: &str, place: Place) -> Heard {
    /// No such line has more, in characters.
    const LINE: usize = 60;
    let mut heard = Heard::default();
    let short = || words.chars().nth(LINE).is_none();
    if words.is_ascii() || place == Place::Inside || place != Place::Note && !short() {
        return heard;
    }
    // `撤稿风波` is a headline.
    let bare = words.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, '。' | '.' | '】' | ')' | '（' | '）' | '※')
    });
    let asks =
        STARTS.iter().any(|start| bare.starts_with(start)) || ENDS.iter().any(|end| bare.ends_with(end));
    let whole =
        |said: &str| place == Place::Note || bare.starts_with(said) && said == bare || bare.ends_with(said);
    // `[전문취소] 반도체 수출 증가`
    let label = |kill: &str| {
        bare.strip_prefix('[')
            .and_then(|rest| rest.strip_prefix(kill))
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(']'))
    };
    heard.kill = KILLS.iter().any(|kill| words.contains(kill) && (asks || whole(kill) || label(kill)));
    heard.embargo = EMBARGOES
        .iter()
        .filter(|embargo| {
            (whole(embargo) || bare.starts_with(**embargo) || words.contains(&format!("\u{3000}{embargo}")))
                && (place == Place::Note || !is_headline(bare, embargo))
        })
        .find_map(|embargo| words.find(embargo))
        .filter(|_| words.chars().any(char::is_numeric))
        .map(|_| 0);
    heard
}

/// `엠바고 논란 속 반도체 수출 12% 증가`: behind the word stands neither a mark nor a time, nor what an embargo is said to be.
fn is_headline(line: &str, embargo: &str) -> bool {
    const LABELS: &[&str] = &["까지", "시간", "해제", "설정", "일시", "시점", "오전", "오후", "자정", "정오"];
    if embargo != "엠바고" || !line.starts_with(embargo) {
        return false;
    }
    let rest = line[embargo.len()..].trim_start();
    let clock = |c: char| matches!(c, '월' | '일' | '시' | '분' | ':' | '.' | '/' | '-');
    let digits = |rest: &str| {
        let time = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        time.len() < rest.len() && time.starts_with(clock)
    };
    rest.starts_with(char::is_alphanumeric)
        && !digits(rest)
        && !LABELS.iter().any(|label| {
            rest.strip_prefix(label).is_some_and(|rest| rest.contains(|c: char| c.is_ascii_digit()))
        })
}

/// Whether words may say so: told by a character of such a script.
pub(in crate::head) fn is_far(words: &str) -> bool {
    !words.is_ascii()
        && words.len() <= 300
        && words.chars().any(|c| c >= '\u{600}')
        && [KILLS, EMBARGOES].iter().any(|list| list.iter().any(|said| words.contains(said)))
}
