//! From figures to pixels, and the round figures an axis is marked with.

use crate::wording;

/// A stretch of an axis.
pub(super) struct Scale {
    lo: f64,
    hi: f64,
    log: bool,
    from: f64,
    to: f64,
}

impl Scale {
    /// An axis from pixel `from` to pixel `to` that holds all the values; nothing without a finite value.
    ///
    /// Figures that differ by orders of magnitude would lie on one another on an even scale.
    pub(super) fn new(values: impl Iterator<Item = f64> + Clone, from: f64, to: f64) -> Option<Self> {
        let scale = Self::even(values, from, to)?;
        let (lo, hi) = (scale.lo, scale.hi);
        let log = lo > 0.0 && hi / lo > 40.0;
        Some(if log { Self { lo: lo / 1.5, hi: hi * 1.5, log, ..scale } } else { scale.widened() })
    }

    /// The same without the turn to orders of magnitude, and without a margin.
    pub(super) fn even(values: impl Iterator<Item = f64> + Clone, from: f64, to: f64) -> Option<Self> {
        let finite = values.filter(|value| value.is_finite());
        let lo = finite.clone().fold(f64::INFINITY, f64::min);
        let hi = finite.fold(f64::NEG_INFINITY, f64::max);
        (lo <= hi).then_some(Self { lo, hi, log: false, from, to })
    }

    fn widened(self) -> Self {
        let spread = self.hi - self.lo;
        let margin = if spread > 0.0 { spread * 0.08 } else { self.hi.abs().max(1.0) * 0.1 };
        // What is never below nought gets no room there.
        let lo = if self.lo >= 0.0 { (self.lo - margin).max(0.0) } else { self.lo - margin };
        Self { lo, hi: self.hi + margin, ..self }
    }

    /// The pixel of a value.
    pub(super) fn at(&self, value: f64) -> f64 {
        let part = if self.hi <= self.lo {
            0.5
        } else if self.log {
            (value.max(self.lo).ln() - self.lo.ln()) / (self.hi.ln() - self.lo.ln())
        } else {
            (value - self.lo) / (self.hi - self.lo)
        };
        self.from + part.clamp(0.0, 1.0) * (self.to - self.from)
    }

    /// Round figures, about `count` of them, with their words.
    pub(super) fn ticks(&self, count: usize) -> Vec<(f64, String)> {
        let mut ticks = Vec::new();
        if self.log {
            let decades = (self.hi / self.lo).log10();
            let steps: &[f64] = if decades * 3.0 <= count as f64 { &[1.0, 2.0, 5.0] } else { &[1.0] };
            let every = ((decades / count as f64).ceil() as i32).max(1);
            let mut power = self.lo.log10().floor() as i32;
            while 10_f64.powi(power) <= self.hi && ticks.len() < 50 {
                ticks.extend(steps.iter().map(|step| step * 10_f64.powi(power)));
                power += every;
            }
        } else {
            let rough = (self.hi - self.lo) / count.max(1) as f64;
            let power = 10_f64.powf(rough.log10().floor());
            let step = [1.0, 2.0, 5.0, 10.0].into_iter().map(|step| step * power).find(|step| *step >= rough);
            if let Some(step) = step.filter(|step| step.is_normal()) {
                let first = (self.lo / step).ceil();
                ticks.extend((0..50).map(|index| (first + f64::from(index)) * step));
            }
        }
        ticks.retain(|tick| *tick >= self.lo && *tick <= self.hi);
        ticks.into_iter().map(|tick| (self.at(tick), words(tick))).collect()
    }
}

/// A round figure in words: "12 million", "1,500", "0.25".
fn words(value: f64) -> String {
    let (scaled, name) = match value.abs() {
        size if size >= 1e12 => (value / 1e12, " trillion"),
        size if size >= 1e9 => (value / 1e9, " billion"),
        size if size >= 1e6 => (value / 1e6, " million"),
        _ => (value, ""),
    };
    // Sums of fractions of ten carry a tail that is no part of the figure.
    let rounded = format!("{scaled:.6}");
    let rounded = rounded.trim_end_matches('0').trim_end_matches('.');
    let rounded = if rounded == "-0" { "0" } else { rounded };
    format!("{}{name}", rounded.parse().map_or_else(|_| rounded.to_owned(), wording::number))
}

#[cfg(test)]
mod tests {
    use super::Scale;

    #[test]
    fn axes_are_marked_with_round_figures() {
        for (values, expect) in [
            (&[75_000.0, 88_500.0][..], "75,000 80,000 85,000"),
            (&[3.0, 9_000.0], "10 100 1,000 10,000"),
            (&[0.0, 1.0], "0 0.2 0.4 0.6 0.8 1"),
            (&[7.0], "6.5 7 7.5"),
            (&[-2.0, 4e6], "0 1 million 2 million 3 million 4 million"),
            (&[], ""),
            (&[f64::INFINITY], ""),
        ] {
            let ticks = Scale::new(values.iter().copied(), 0.0, 100.0).map(|scale| scale.ticks(6));
            let words: Vec<String> = ticks.unwrap_or_default().into_iter().map(|(_, words)| words).collect();
            assert_eq!(words.join(" "), expect);
        }
    }
}
