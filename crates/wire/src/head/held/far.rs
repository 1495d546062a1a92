//! Kills and embargoes in languages that are not cut into words at blanks, or whose words have others glued to them.

use super::{Heard, Place};

/// Takes a story back.
const KILLS: &[&str] = &[
    "記事を取り消し",
    "記事は取り消し",
    "記事取り消し",
    "記事は取り消され",
    "配信を取り消し",
    "ביטול ידיעה",
    "खबर वापस",
    "समाचार वापस",
    "खबर रद्द",
    "समाचार रद्द",
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
    "前禁止发布",
    "前禁止發布",
    "前禁止刊发",
    "前禁止报道",
    "报道解禁",
    "報道解禁",
    "后刊发",
    "後刊發",
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

/// Words that say so together, in this order: what is done, and with what.
#[rustfmt::skip]
const TOGETHER: &[(Said, &[&[&str]])] = &[
    // Arabic: `تلغي رويترز هذا الخبر`, `هذا الخبر ملغى`, `يحظر النشر قبل الساعة 10`
    (Said::Kill, &[&["تلغي", "تلغى", "نلغي", "ألغت", "يلغى", "ألغي", "تسحب", "نسحب", "سحبت", "سحب", "إلغاء", "حذف"], &["هذا الخبر", "هذا التقرير", "هذه المادة", "هذه البرقية", "هذه القصة", "الخبر السابق", "خبرها"]]),
    (Said::Kill, &[&["هذا الخبر", "هذا التقرير", "هذه المادة", "هذه البرقية"], &["ملغى", "ملغي", "ملغاة", "تم سحبه", "تم سحبها", "تم إلغاؤه", "تم إلغاؤها", "غير صالح للنشر", "يلغى"]]),
    (Said::Kill, &[&["عدم استخدام", "عدم نشر", "لا تستخدموا", "لا تنشروا"], &["الخبر", "التقرير", "المادة", "البرقية"]]),
    (Said::Embargo, &[&["يحظر", "محظور", "حظر", "ممنوع", "يمنع", "لا ينشر", "غير قابل"], &["النشر", "نشره", "للنشر", "قبل"], &["قبل", "حتى", "الساعة"]]),
    (Said::Embargo, &[&["للنشر", "صالح للنشر", "يسمح بالنشر"], &["بعد الساعة", "ابتداء من", "اعتبارا من", "اعتباراً من"]]),
    // Korean: `이 기사는 3월 4일 오전 6시 이후 사용해 주시기 바랍니다`
    (Said::Kill, &[&["기사", "전문", "본문", "송고"], &["취소", "철회", "삭제합니다", "삭제해", "사용하지 마", "쓰지 마", "사용 금지"]]),
    (Said::Embargo, &[&["기사", "자료", "엠바고", "보도", "내용"], &["이후", "부터", "까지"], &["사용해", "사용하", "보도해", "보도하", "게재해", "게재하", "공개해", "방송해", "보도 가능", "사용 가능", "게재 가능", "보도 금지"]]),
    // Japanese: `この記事は4日午前6時以降に使用してください`
    (Said::Kill, &[&["記事", "原稿", "配信"], &["取り消します", "取消します", "削除してください", "使用しないでください", "使わないで", "差し止め", "撤回します"]]),
    (Said::Embargo, &[&["記事", "原稿", "本稿", "配信"], &["以降", "まで"], &["使用してください", "使用できます", "掲載してください", "報道", "公開してください", "使用しないで", "掲載しないで", "解禁"]]),
    (Said::Embargo, &[&["まで", "以前"], &["報道禁止", "掲載禁止", "公開禁止", "放送禁止", "使用禁止", "配信禁止"]]),
    // Chinese: `本稿请于3月4日6时后使用`
    (Said::Kill, &[&["此稿", "本稿", "该稿", "稿件", "此消息", "本消息"], &["作废", "作廢", "撤销", "撤銷", "取消", "撤回", "请勿采用", "請勿採用", "请勿使用", "停止使用", "请勿刊发", "请不要使用"]]),
    (Said::Kill, &[&["停止使用", "请勿使用", "請勿使用", "不要使用", "停止采用"], &["》"], &["一稿", "一文", "稿件"]]),
    (Said::Embargo, &[&["此稿", "本稿", "该稿", "稿件", "此消息", "本消息"], &["后", "後", "前"], &["使用", "刊发", "刊發", "发表", "發表", "播发", "播發", "采用", "公开"]]),
    // Hebrew, Thai, Hindi
    (Said::Embargo, &[&["אסור לפרסום", "באמברגו", "אמברגו"], &["עד", "לפני"]]),
    (Said::Kill, &[&["הידיעה", "ידיעה זו"], &["מבוטלת", "בוטלה", "לא לשימוש"]]),
    (Said::Embargo, &[&["ห้ามเผยแพร่", "ห้ามเสนอข่าว"], &["ก่อน", "จนถึง"]]),
    (Said::Kill, &[&["ยกเลิกข่าว", "ยกเลิก"], &["ข่าวนี้", "ชิ้นนี้"]]),
    (Said::Kill, &[&["यह खबर", "इस खबर", "यह समाचार", "इस समाचार"], &["रद्द", "वापस", "इस्तेमाल न", "उपयोग न", "प्रयोग न"]]),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Said {
    Kill,
    Embargo,
}

/// Whether words stand in a text in the order of the groups, one of each.
fn in_order(text: &str, groups: &[&[&str]]) -> bool {
    let mut rest = text;
    groups.iter().all(|group| {
        let ends = group.iter().filter_map(|word| rest.find(word).map(|at| at + word.len()));
        let Some(end) = ends.min() else { return false };
        rest = &rest[end..];
        true
    })
}

/// How a line begins or ends that asks for it.
const STARTS: &[&str] = &[
    "＊",
    "ممنوع النشر",
    "محظور النشر",
    "يحظر النشر",
    "حظر النشر",
    "غير قابل للنشر",
    "אמברגו",
    "באמברגו",
    "אסור לפרסום",
    "يرجى",
    "تم إلغاء",
    "تم سحب",
    "تقرر إلغاء",
    "يلغى",
    "הידיעה \"",
    "कृपया",
    "نرجو",
    "تنبيه",
    "تنويه",
    "ملاحظة",
    "请",
    "請",
    "注意",
    "【",
    "[",
    "(",
    "※",
    "이 기사",
    "본 기사",
    "この記事",
    "本稿",
    "此稿",
];
const ENDS: &[&str] = &[
    "します",
    "ください",
    "합니다",
    "바랍니다",
    "바람",
    "通知",
    "请勿使用",
    "請勿使用",
    "请勿刊用",
    "報道禁止",
    "掲載禁止",
    "公開禁止",
];

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
        c.is_whitespace() || matches!(c, '。' | '.' | '】' | ')' | '（' | '）' | '※' | '＊')
    });
    let asks = STARTS.iter().any(|start| words.trim_start().starts_with(start))
        || STARTS.iter().any(|start| bare.starts_with(start))
        || ENDS.iter().any(|end| bare.ends_with(end));
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
    // In the copy somebody must be spoken to: others write of articles that were withdrawn.
    let together =
        |said: Said| TOGETHER.iter().any(|(kind, groups)| *kind == said && in_order(words, groups));
    // A dateline may stand in brackets, too.
    let begins = |mark: &str| words.trim_start().starts_with(mark);
    let whole = !begins("(") && !begins("[") || words.trim_end().ends_with([')', ']', '.']);
    if place == Place::Note || asks && whole {
        heard.kill |= together(Said::Kill);
        if heard.embargo.is_none() && words.chars().any(char::is_numeric) && together(Said::Embargo) {
            heard.embargo = Some(0);
        }
    }
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
    // Curly quotes, dashes and signs of money stand in any script.
    // `\u{590}` is D6 90, `\u{2000}` to `\u{2e7f}` are E2 80 80 to E2 B9 BF.
    let far = |bytes: &[u8]| match *bytes {
        [0xD6, next] => next >= 0x90,
        [0xE2, next] => next >= 0xBA,
        [first, _] => first > 0xD6,
        _ => false,
    };
    !words.is_ascii()
        && words.len() <= 300
        && words.as_bytes().windows(2).any(far)
        && ([KILLS, EMBARGOES].iter().any(|list| list.iter().any(|said| words.contains(said)))
            || TOGETHER.iter().any(|(_, groups)| in_order(words, groups)))
}
