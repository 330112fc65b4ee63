//! Whether something grows: a straight line by least squares, and how far its slope can be trusted.
//!
//! What is measured one after the other is not independent: memory that is high now is high in the next minute. The less two
//! neighbours differ from each other, the fewer points count as such (n (1 − r) / (1 + r) of n, where r is how neighbours go
//! together), and the wider is what the slope may be in truth.

use std::fmt;

/// 97.5 of 100 of a normal distribution lie below this.
const Z: f64 = 1.96;

/// A straight line through points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Trend {
    /// By how much y grows with each x.
    pub(crate) slope: f64,
    /// The slope is in truth within this of it, 19 times of 20; infinite where too few points say anything.
    pub(crate) within: f64,
    /// Of y.
    pub(crate) mean: f64,
    /// What y is on the line at the first and the last x.
    pub(crate) ends: (f64, f64),
}

impl Trend {
    /// The line through these points, in the order of x; none through fewer than three, or at one x alone.
    pub(crate) fn through(points: &[(f64, f64)]) -> Option<Self> {
        let (first, last) = (points.first()?.0, points.last()?.0);
        let count = points.len() as f64;
        let mean_x = points.iter().map(|(x, _)| x).sum::<f64>() / count;
        let mean = points.iter().map(|(_, y)| y).sum::<f64>() / count;
        let spread: f64 = points.iter().map(|(x, _)| (x - mean_x).powi(2)).sum();
        if points.len() < 3 || spread <= 0.0 {
            return None;
        }
        let slope = points.iter().map(|(x, y)| (x - mean_x) * (y - mean)).sum::<f64>() / spread;
        let at = |x: f64| mean + slope * (x - mean_x);
        let rest: Vec<f64> = points.iter().map(|(x, y)| y - at(*x)).collect();
        let squares: f64 = rest.iter().map(|rest| rest * rest).sum();
        let together: f64 = rest.windows(2).map(|pair| pair[0] * pair[1]).sum();
        let alike = if squares > 0.0 { (together / squares).clamp(0.0, 0.999) } else { 0.0 };
        let free = count * (1.0 - alike) / (1.0 + alike) - 2.0;
        let within = if squares <= 0.0 {
            0.0
        } else if free < 1.0 {
            f64::INFINITY
        } else {
            student(free) * (squares / free / spread).sqrt()
        };
        Some(Self { slope, within, mean, ends: (at(first), at(last)) })
    }

    /// The least that it grows by, 39 times of 40; the slope itself where the points are too few to say.
    pub(crate) fn at_least(&self) -> f64 {
        if self.within.is_finite() { self.slope - self.within } else { self.slope }
    }
}

/// What 97.5 of 100 of Student's distribution lie below, by the expansion of Cornish and Fisher: for three degrees of freedom
/// 4 per cent too little, from six on less than one.
fn student(free: f64) -> f64 {
    let (cube, fifth) = (Z.powi(3), Z.powi(5));
    Z + (cube + Z) / (4.0 * free) + (5.0 * fifth + 16.0 * cube + 3.0 * Z) / (96.0 * free * free)
}

impl fmt::Display for Trend {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:+.3} ± {:.3} at {:.1}", self.slope, self.within, self.mean)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(slope: f64, noise: f64) -> Vec<(f64, f64)> {
        let mut chance = fastrand::Rng::with_seed(7);
        (0..200).map(f64::from).map(|x| (x, 50.0 + slope * x + noise * (chance.f64() - 0.5))).collect()
    }

    #[test]
    fn a_slope_is_found_in_noise_and_none_where_there_is_none() {
        let grows = Trend::through(&line(0.1, 8.0)).unwrap();
        assert!((grows.slope - 0.1).abs() < grows.within && grows.at_least() > 0.05, "{grows}");
        let flat = Trend::through(&line(0.0, 8.0)).unwrap();
        assert!(flat.at_least() < 0.0 && flat.slope.abs() < flat.within, "{flat}");
        let still = Trend::through(&line(0.0, 0.0)).unwrap();
        assert!((still.slope, still.within) == (0.0, 0.0), "{still}");
    }

    #[test]
    fn what_goes_up_and_down_slowly_says_less_than_as_many_points_that_do_not() {
        let wave = |every: f64| -> Vec<(f64, f64)> {
            (0..200).map(f64::from).map(|x| (x, 50.0 + 4.0 * (x * every).sin())).collect()
        };
        let (slow, fast) = (Trend::through(&wave(0.1)).unwrap(), Trend::through(&wave(2.0)).unwrap());
        assert!(slow.within > 4.0 * fast.within, "{slow} {fast}");
    }

    #[test]
    fn two_points_say_nothing() {
        assert_eq!(Trend::through(&[(0.0, 1.0), (1.0, 2.0)]), None);
        assert_eq!(Trend::through(&[(1.0, 1.0), (1.0, 2.0), (1.0, 3.0)]), None);
        let doubtful = Trend::through(&[(0.0, 1.0), (1.0, 2.5), (2.0, 3.0)]).unwrap();
        assert!(doubtful.within > 1.0, "{doubtful}");
    }
}
