//! Runs Markdown pages of reconciliation cases.
