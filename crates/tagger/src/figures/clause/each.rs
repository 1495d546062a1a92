//! A list of duties: each of them is on what stands behind it, and not on what the one before it was on. `a tariff of 34% on China, 20%
//! on India and 46% on Vietnam`, `10 cents a pair on shoes and 25 percent on pipes`, `12 percent in Norway, 9 percent in Sweden`.
//!
//! Whatever rules have made duties of the numbers. Not: a duty with nothing behind it, and the goods of a list whose origin stands at
//! its end, `25% on steel and 10% on aluminum from Canada`.

use article::{FigureKind, Indicator, Level, Status, Usage};

use super::super::draft::Name;
use super::super::lexicon::Prep;
use super::super::pieces::What;
use super::super::words::Words;
use super::Clauses;

/// What joins a rate with whose goods it is on, beside `on` and `to`.
const JOINTS: &Words = words!["for", "against"];

/// Whose goods they are.
const RIVALS: &Words = words![
    "rivals",
    "competitors",
    "producers",
    "exporters",
    "makers",
    "firms",
    "companies",
    "suppliers",
    "growers"
];

/// What stands behind a duty.
struct Member {
    draft: usize,
    goods: Option<Name>,
    origin: Option<Name>,
    /// … where that is all that stands there: `on China`.
    is_place: bool,
    /// Where it is levied: `9 percent in Sweden`.
    levier: Option<Name>,
}

impl Clauses<'_, '_> {
    pub(super) fn duties_on_each(&mut self) {
        let is_duty = |draft: &super::Draft| {
            draft.topic.indicator == Indicator::Tariff && draft.kind == FigureKind::Level
        };
        if self.drafts[self.first_draft..].iter().filter(|draft| is_duty(draft)).count() < 2 {
            return;
        }
        let members: Vec<Member> = (0..self.pieces.list.len())
            .filter_map(|at| {
                let What::Quantity(index) = *self.what(at)? else { return None };
                let draft = self.became.get(index).copied().flatten()?;
                is_duty(self.drafts.get(draft)?).then(|| self.member(at, draft))
            })
            .collect();
        let leviers = members.iter().filter(|member| member.levier.is_some()).count() > 1;
        let mut before: Option<&Member> = None;
        for member in &members {
            // `would hit Switzerland with a 39% tariff, Canada with 35%`: what is decided of the first is of the second
            let kept = before.map(|before| self.drafts[before.draft].status);
            let draft = &mut self.drafts[member.draft];
            let likely = draft.rule == "likely/level" && draft.status == Status::Hypothetical;
            if likely && kept == Some(Status::Target) {
                draft.status = Status::Target;
            }
            let topic = &mut self.drafts[member.draft].topic;
            if let Some(levier) = member.levier.as_ref().filter(|_| leviers) {
                (topic.reporter, topic.reporter_stated) = (Some(levier.clone()), true);
            }
            match &member.origin {
                Some(origin) if topic.reporter.as_ref() != Some(origin) => {
                    (topic.partner, topic.partner_stated) = (Some(origin.clone()), true);
                }
                _ => {}
            }
            match &member.goods {
                Some(goods) => {
                    topic.commodity = Some(goods.clone());
                    // `34% on China and 25% on steel`: on everybody's
                    let of_place = before.is_some_and(|it| it.is_place && it.origin == topic.partner);
                    if member.origin.is_none() && of_place {
                        (topic.partner, topic.partner_stated) = (None, false);
                    }
                }
                // `25% on steel and 20% on Japan`: on all that is Japan's
                None if member.origin.is_some()
                    && before.is_some_and(|it| it.goods.is_some() && it.goods == topic.commodity) =>
                {
                    topic.commodity = None;
                }
                None => {}
            }
            before = Some(member);
        }
    }

    fn member(&self, at: usize, draft: usize) -> Member {
        let none = Member { draft, goods: None, origin: None, is_place: false, levier: None };
        let joint = self.after_bracket(at + 1);
        if self.is_prep(joint, Prep::In) {
            return Member { levier: self.levied_there(joint + 1), ..none };
        }
        let joins =
            self.is_prep(joint, Prep::On) || self.is_prep(joint, Prep::To) || self.is_word(joint, JOINTS);
        if !joins {
            return none;
        }
        // `on Laos and Myanmar`, and not `on Japanese cars`
        let places = self
            .named_from(joint + 1)
            .filter(|(_, place)| self.places.mentions[*place].usage != Usage::Demonym);
        if let Some((first, _)) = places
            && let Some((origin, next)) = self.region_list(first, true)
            && !matches!(self.what(next), Some(What::Word | What::Possessive | What::Sign('-')))
        {
            return Member { origin: Some(origin), is_place: true, ..none };
        }
        // `against 15 percent for their rivals in the EU and Japan`
        let rivals = (joint + 1..joint + 4).find(|at| self.is_word(*at, RIVALS));
        if let Some(rivals) =
            rivals.filter(|at| self.is_prep(at + 1, Prep::In) || self.is_prep(at + 1, Prep::From))
            && let Some((origin, _)) = self.region_list(rivals + 2, true)
        {
            return Member { origin: Some(origin), ..none };
        }
        let (goods, origin) = self.taxed_goods(joint + 1);
        // `20 percent on Friday`, `17.4% on BYD`: a name is no goods
        let name = matches!(self.what(joint + 1), Some(What::Word))
            && self.text(joint + 1).starts_with(char::is_uppercase)
            && !matches!(self.what(joint + 2), Some(What::Word));
        if name && origin.is_none() {
            return none;
        }
        // `might add 20% to the present duty`
        if self.is_prep(joint, Prep::To) && origin.is_none() {
            return none;
        }
        Member { goods, origin, ..none }
    }

    fn levied_there(&self, from: usize) -> Option<Name> {
        let (_, place) = self.named_from(from)?;
        let mention = &self.places.mentions[place];
        let whole = matches!(mention.region.level, Level::Country | Level::Group);
        (whole && mention.usage == Usage::Name).then(|| self.levier(place))
    }
}
