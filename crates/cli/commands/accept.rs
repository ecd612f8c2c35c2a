//! `crosscheck accept`: a finding that the user takes as it is, with the reason.

use std::path::Path;

use anyhow::{Context as _, Result, bail};
use crosscheck_engine::decisions::{self, Accepted, Decisions};

use super::{check, done, read, saved};
use crate::args::Accept;
use crate::exit::Exit;
use crate::output;

pub(crate) fn run(args: &Accept) -> Result<Exit> {
    let reason = args.reason.as_deref().unwrap_or_default().trim();
    if reason.is_empty() && !args.undo {
        bail!("the reason is empty: say with --reason why the finding is accepted");
    }
    let settings = args.setup.settings(&args.paths)?;
    let (file, _) = args.decided.file(&settings);
    let mut decisions = decisions(&file, false)?.unwrap_or_default();
    if let Some(until) = args.until {
        let today = args.decided.today()?;
        if until < today {
            bail!("{until} has passed (today is {today}): nothing would be accepted");
        }
    }
    let mut exit = Exit::Done;
    let report = match (&args.report, args.paths.as_slice()) {
        (Some(report), _) => Some(saved(report)?.0),
        (None, []) => None,
        (None, paths) => {
            let inputs = read(paths);
            exit = done(&inputs);
            Some(check(&inputs, paths, &settings))
        }
    };
    let (fingerprint, title) = match &report {
        Some(report) => {
            let finding = decisions::find(report, &args.id).map_err(anyhow::Error::msg)?;
            (finding.fingerprint.clone(), Some(finding.title.clone()))
        }
        None if decisions::is_fingerprint(&args.id) => (args.id.clone(), None),
        None => bail!(
            "{:?} is a finding of one report: name the report (--report FILE) or the documents (PATH…), or give the \
             finding's fingerprint",
            args.id
        ),
    };
    let name = file.display().to_string();
    if args.undo {
        return undo(&file, &mut decisions, &fingerprint).map(|()| exit);
    }
    let told = title.as_deref().map(|title| format!(", {title}")).unwrap_or_default();
    let accepted = Accepted { reason: reason.to_owned(), until: args.until, finding_title: title };
    let earlier = decisions.accepted.insert(fingerprint.clone(), accepted);
    output::write(Some(&file), |out| Ok(out.write_all(decisions.render().as_bytes())?))?;
    if let Some(earlier) = earlier {
        output::complain(&format!("the earlier reason is replaced: {}", earlier.reason));
    }
    if let Some(report) = &report {
        for stale in decisions.accepted.keys().filter(|print| decisions::find(report, print).is_err()) {
            output::complain(&format!(
                "{name} accepts {stale} too, which is no finding any more: crosscheck accept --undo {stale}"
            ));
        }
    }
    let until = args.until.map(|until| format!(" until {until}")).unwrap_or_default();
    output::complain(&format!("accepted {fingerprint}{until}{told}; written to {name}"));
    Ok(exit)
}

/// Takes a decision out of the file.
fn undo(file: &Path, decisions: &mut Decisions, fingerprint: &str) -> Result<()> {
    let name = file.display();
    let Some(taken) = decisions.accepted.remove(fingerprint) else {
        bail!("nothing to undo: {name} does not accept {fingerprint}");
    };
    output::write(Some(file), |out| Ok(out.write_all(decisions.render().as_bytes())?))?;
    let title = taken.finding_title.map(|title| format!(", {title}")).unwrap_or_default();
    output::complain(&format!(
        "{fingerprint}{title} is accepted no more (the reason was: {}); written to {name}",
        taken.reason
    ));
    Ok(())
}

/// Reads a decisions file; where nobody named it, none need be there.
pub(crate) fn decisions(path: &Path, named: bool) -> Result<Option<Decisions>> {
    let name = path.display().to_string();
    let bytes = match std::fs::read(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound && !named => return Ok(None),
        read => read.with_context(|| format!("cannot read the decisions in {name}"))?,
    };
    let text =
        String::from_utf8(bytes).map_err(|_| anyhow::anyhow!("{name} is not UTF-8: save it as UTF-8"))?;
    match Decisions::parse(&name, &text) {
        Ok(decisions) => Ok(Some(decisions)),
        Err(problems) => Err(output::all_problems(&name, &problems)),
    }
}
