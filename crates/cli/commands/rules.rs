//! `crosscheck rules` and `crosscheck explain`.

use anyhow::{Result, bail};
use crosscheck_engine::reconciler::rules;
use crosscheck_engine::report::wording;

use crate::exit::Exit;
use crate::output;

/// A line a rule: its name, the relation it reports, what it reports.
pub(crate) fn list() -> Result<Exit> {
    let name = rules::ALL.iter().map(|rule| rule.id.len()).max().unwrap_or(0);
    output::write(None, |out| {
        for rule in rules::ALL {
            writeln!(out, "{:name$}  {:10}  {}", rule.id, wording::relation(rule.relation), rule.summary())?;
        }
        Ok(())
    })?;
    Ok(Exit::Done)
}

/// The page of one rule.
pub(crate) fn explain(id: &str) -> Result<Exit> {
    let Some(rule) = rules::named(id) else {
        bail!("there is no rule {id:?}: `crosscheck rules` lists them all");
    };
    output::write(None, |out| Ok(writeln!(out, "{}\n\n{}", rule.id, rule.page())?))?;
    Ok(Exit::Done)
}
