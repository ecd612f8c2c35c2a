//! The measure of a claim: a key that is the same for the same measure in other words; see `Claim::measure`.

use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_lexicon::{concept, deed, degree, label, morphology, topic, verb};
use crosscheck_model::{Claim, Event, Kind, Object};

use super::Context;
use super::settle::Settled;

/// The measure of a claim, from its object's root and its event class.
pub(super) fn measure(
    context: Context<'_>,
    object: Option<&Object>,
    event: Option<&Event>,
    settled: Option<&Settled>,
) -> Option<String> {
    let mention = context.mention;
    let frame = context.frame;
    let class = event.and_then(|event| event.concept.as_deref());
    let thing_class = frame.and_then(|frame| frame.thing_class.as_deref());
    if let Some(settled) = settled {
        // "more than 100 miles away": from nowhere in particular, and like no other distance.
        if settled.class == "distance" && settled.owner.is_none() {
            return None;
        }
        let root = match settled.root {
            Some(root) => root.to_owned(),
            None => object.and_then(root)?,
        };
        let owner = settled.owner.as_ref().map(|owner| format!("/{owner}")).unwrap_or_default();
        return Some(format!("{root}:{}{owner}", settled.class));
    }
    match mention.kind {
        Kind::Date | Kind::Time | Kind::Set => {
            let class = thing_class.or(class);
            let event = class.or(event.map(|event| event.lemma.as_str()))?;
            let phase = match frame.and_then(|frame| frame.phase.as_deref()) {
                Some("end") => "end/",
                _ => "",
            };
            // The coming of goods and the handing over are one event.
            let thing = object.and_then(root);
            let one = deed::becomes(deed::Of::Date, event, thing.as_deref(), named(mention.kind));
            Some(format!("date:{phase}{}", one.unwrap_or(event)))
        }
        Kind::Duration => {
            // "the firm has been | drilling | for two months": what it did lasted, and not the firm.
            let done = frame
                .filter(|frame| frame.thing.is_some() && frame.thing == frame.agent && class.is_none())
                .and(event)
                .filter(|event| !traits::of_word(&event.lemma).has(Traits::COPULA.or(Traits::WEAK)))
                .map(|event| event.lemma.clone());
            let lasted = thing_class
                .map(str::to_owned)
                .or(done)
                .or_else(|| object.and_then(root))
                .or_else(|| class.map(str::to_owned))?;
            Some(format!("duration:{lasted}"))
        }
        Kind::Ordinal if let Some(grade) = grade(context) => Some(format!("rank:{grade}")),
        Kind::Ordinal => object.and_then(root).map(|root| match scale(context, object) {
            Some(scale) => format!("rank:{root}/{scale}"),
            None => format!("rank:{root}"),
        }),
        Kind::Age => {
            let whose = object.map_or("person", |object| object.head.as_str());
            Some(format!("age:{}", whose.to_lowercase().replace(' ', "-")))
        }
        Kind::Count | Kind::Measure | Kind::Money | Kind::Percent | Kind::Score => {
            let root = object.and_then(root);
            // "doubled in size": growth, whatever has grown.
            if mention.unit.as_deref() == Some("times") {
                return root.map(|root| format!("{root}:multiple"));
            }
            // "a magnitude-6.2 earthquake": what is measured is the event, whatever its verb.
            // Having troops somewhere is stationing them, and goods that were given, carried or have come were delivered.
            let done = |class| deed::becomes(deed::Of::Measure, class, root.as_deref(), named(mention.kind));
            let class = class.map(|class| done(class).unwrap_or(class)).map(|class| {
                // "has 350 employees": whom a firm has it employs.
                let staff = object.is_some_and(|object| traits::of_word(&object.head).has(Traits::STAFF));
                // "has 700 students": whom a school has it does not station.
                let forces = object.is_some_and(|object| traits::of_word(&object.head).has(Traits::FORCES));
                let had = event.and_then(|event| event.concept.as_deref()) == Some("have");
                match class {
                    "deploy" if staff => "employ",
                    "deploy" if had && !forces => "have",
                    _ => class,
                }
            });
            let measured = matches!(mention.kind, Kind::Measure | Kind::Count)
                .then(|| object.and_then(noun_event))
                .flatten()
                .filter(|class| !super::object::of_persons(class))
                // "80,000 residents were evacuated": a state of persons says more than what they are called.
                .filter(|_| !class.is_some_and(super::object::of_persons))
                // "cancelled 140 flights", "fired 30 rounds": what became of them says more than what they are.
                .filter(|_| {
                    let acted = class.is_some_and(|class| traits::of_class(class).has(Traits::ACTED));
                    mention.kind != Kind::Count || !acted
                });
            let class = measured.or(class);
            if root.is_none() && class.is_none() {
                return None;
            }
            // "Will buy it for 4 billion", "a 4 billion takeover": one price.
            let root = root.or_else(|| {
                let sum = class.filter(|_| mention.kind == Kind::Money).and_then(topic::of_sum);
                sum.map(str::to_owned)
            });
            let root = root.unwrap_or_else(|| "-".to_owned());
            // "dozens of others were injured"
            let root = match class {
                Some(class) if root == "other" && super::object::of_persons(class) => "person".to_owned(),
                _ => root,
            };
            // A head that names the event counts its persons: "77 deaths", "the toll rose to 77".
            let root = match class {
                Some(class)
                    if super::object::of_persons(class)
                        && mention.kind == Kind::Count
                        && head_is_event(object) =>
                {
                    "person".to_owned()
                }
                _ => root,
            };
            Some(format!("{root}:{}", class.unwrap_or("-")))
        }
    }
}

/// "second-degree murder", "third-term governor": what a rank is hyphened to, which is what it ranks.
fn grade(context: Context<'_>) -> Option<&str> {
    let rest = context.text.get(context.mention.core.end as usize..)?.strip_prefix('-')?;
    rest.split(|c: char| !c.is_alphabetic()).next().filter(|word| label::is_grade(word))
}

/// The class of a claim's measure without its owner: what is said of the thing measured.
pub(super) fn class_of(claim: &Claim) -> Option<&str> {
    claim.measured().map(|(_, class)| owned(class).0)
}

/// Whether that class has any of some traits.
pub(super) fn is_of(claim: &Claim, asked: Traits) -> bool {
    class_of(claim).is_some_and(|class| traits::of_class(class).has(asked))
}

/// A class and whose it is, with the stroke between: "share-price" and "/kelt".
pub(super) fn owned(class: &str) -> (&str, &str) {
    class.split_at(class.find('/').unwrap_or(class.len()))
}

/// The scale of a rank that a superlative tells of: "third-largest", "second biggest city".
fn scale(context: Context<'_>, object: Option<&Object>) -> Option<&'static str> {
    let core = context.mention.core.slice(context.text).to_lowercase();
    core.split([' ', '-'])
        .find_map(degree::scale)
        .or_else(|| object?.modifiers.iter().find_map(|modifier| degree::scale(modifier)))
}

/// The event of a verb by what it is done to: who is captured is arrested, and posts that are gone are those who filled them, laid off.
pub(super) fn by_object(class: &str, object: &Object, kind: Kind) -> Option<&'static str> {
    // "Twelve of the deaths | occurred at home": the noun counted is the event.
    if kind == Kind::Count
        && matches!(class, "occur" | "find")
        && let Some(event) = noun_event(object).filter(|event| super::object::of_persons(event))
    {
        return Some(event);
    }
    // "shed 300 of its workers": whom a firm has fewer of it laid off.
    if kind == Kind::Count && class == "fall" && traits::of_word(&object.head).has(Traits::STAFF) {
        return Some("lay-off");
    }
    deed::becomes(deed::Of::Event, class, root(object).as_deref(), named(kind))
}

/// The kind of a figure as the tables name it.
fn named(kind: Kind) -> &'static str {
    match kind {
        Kind::Count => "count",
        Kind::Measure => "measure",
        Kind::Money => "money",
        Kind::Date | Kind::Time | Kind::Set => "date",
        _ => "",
    }
}

/// "The stadium, which holds | 40,000 people": how many fit in a venue or vessel, whether or not they come.
pub(super) fn seats(event: &Event, object: Option<&Object>, kind: Kind) -> bool {
    let venue = || {
        let agent = event.agent.as_deref().and_then(|agent| agent.split_whitespace().next_back())?;
        let lower = agent.to_lowercase();
        let lemma = morphology::noun_lemma(&lower).unwrap_or(std::borrow::Cow::Borrowed(&lower));
        Some(
            traits::of_word(&lemma).has(Traits::VENUE)
                || concept::resolve(&lemma, &[]).family() == Some("vehicle"),
        )
    };
    kind == Kind::Count
        && traits::of_word(&event.lemma).has(Traits::SEATS)
        && object.is_none_or(|object| object.implied || root(object).as_deref() == Some("person"))
        && venue() == Some(true)
}

/// The event that a noun names, with the noun before it where both name one: "600 job losses".
pub(super) fn noun_event(object: &Object) -> Option<&'static str> {
    let head = last_word(&object.head);
    let both = object.modifiers.last().map(|before| format!("{before} {head}"));
    both.and_then(|both| verb::noun_event(&both)).or_else(|| {
        // "2,000 rounds of ammunition" are no talks: what they are of a family of things says more.
        let thing = concept::resolve(head, &[])
            .family()
            .is_some_and(|family| traits::of_word(family).has(Traits::THING));
        verb::noun_event(head).filter(|_| !thing)
    })
}

fn last_word(words: &str) -> &str {
    words.rsplit(' ').next().unwrap_or(words)
}

/// "77 deaths", "claimed 12 lives": the head is the event, not who it befell.
fn head_is_event(object: Option<&Object>) -> bool {
    object.is_some_and(|object| object.head == "life" || noun_event(object).is_some())
}

/// Family of the object in the taxonomy, or its head's lemma.
pub(super) fn root(object: &Object) -> Option<String> {
    let modifiers: Vec<&str> = object.modifiers.iter().map(String::as_str).collect();
    // "51% of Kelt Electric Co.": a firm by its full name, and no metal.
    if !modifiers.is_empty() && traits::of_word(&object.head).has(Traits::LEGAL_FORM) {
        return Some("company".to_owned());
    }
    let resolved = concept::resolve(&object.head, &modifiers);
    let root = resolved.family().or(resolved.key()).map(str::to_owned);
    root.or_else(|| (!object.head.is_empty()).then(|| object.head.to_lowercase()))
        .map(|root| root.replace(' ', "-"))
}
