//! Claims of several documents to a graph of typed links and findings.
