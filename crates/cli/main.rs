//! The command line of crosscheck.

fn main() -> anyhow::Result<()> {
    Ok(())
}
