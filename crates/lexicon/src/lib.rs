//! Embedded word knowledge: taxonomy, morphology, units, cues.
