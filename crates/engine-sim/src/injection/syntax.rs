//! Parses rules from text, as on the command line: effect, conditions and frequency, separated by
//! colons.

use std::error::Error;
use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use crate::injection::Rule;
use crate::injection::rule::Effect;

/// Syntax error of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleError {
    message: String,
}

impl RuleError {
    fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
        }
    }
}

impl fmt::Display for RuleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl Error for RuleError {}

/// Default number of bytes for `cut` and `truncate`.
const DEFAULT_BYTES: usize = 100;

/// Parses `EFFECT[:PART]...`, such as `503:1%`, `reset:method=POST:times=2` or
/// `409:operation=vm.start:text=Cannot run VM.`
///
/// EFFECT is a status code from 400 to 599, `locked`, `reset`, `hang-up`, `cut=BYTES`,
/// `truncate=BYTES`, `corrupt`, `slow=BYTES/PAUSE`, `expire-tokens`, `restart` or `delay=TIME`.
///
/// PART is a probability such as `0.5%`, or one of `method=`, `operation=`, `path=`, `object=`,
/// `skip=`, `each=`, `times=`, `delay=`, `lasting=`, `every=`, `after-work`, `retry-after=`,
/// `reason=` and, only as the last part, `text=`.
///
/// A duration is a number with the unit `us`, `ms`, `s` or `m`. A delay can have a jitter:
/// `20ms±5ms`, or `20ms+-5ms`.
impl FromStr for Rule {
    type Err = RuleError;

    fn from_str(text: &str) -> Result<Self, RuleError> {
        let (first, mut rest) = split(text);
        let mut rule = effect(first)?;
        let mut reason = None;
        let mut detail = None;
        while let Some(parts) = rest {
            // The last part is free text that may contain colons.
            if let Some(value) = parts.strip_prefix("text=") {
                detail = Some(value);
                break;
            }
            let (part, next) = split(parts);
            rest = next;
            match part.strip_prefix("reason=") {
                Some(value) => reason = Some(value),
                None => rule = apply_part(rule, part)?,
            }
        }
        if reason.is_some() || detail.is_some() {
            let Effect::Status(status) = rule.effect else {
                return Err(RuleError::new(
                    "reason= and text= require a status code, as in 409:text=Busy",
                ));
            };
            rule.effect = Effect::Fault {
                status,
                reason: reason.unwrap_or("Operation Failed").to_owned(),
                detail: detail.unwrap_or_default().to_owned(),
            };
        }
        if rule.every.is_some() && rule.lasting.is_none() {
            return Err(RuleError::new("every= requires lasting="));
        }
        Ok(rule)
    }
}

fn split(text: &str) -> (&str, Option<&str>) {
    match text.split_once(':') {
        Some((first, rest)) => (first, Some(rest)),
        None => (text, None),
    }
}

/// Parses the effect.
fn effect(text: &str) -> Result<Rule, RuleError> {
    let (name, value) = match text.split_once('=') {
        Some((name, value)) => (name, Some(value)),
        None => (text, None),
    };
    let bytes = || value.map_or(Ok(DEFAULT_BYTES), |value| number(name, value));
    Ok(match name {
        "cut" => Rule::cut(bytes()?),
        "truncate" => Rule::truncate(bytes()?),
        "slow" => {
            let (bytes, pause) =
                value
                    .and_then(|value| value.split_once('/'))
                    .ok_or_else(|| {
                        RuleError::new("slow requires bytes and a pause, as in slow=100/50ms")
                    })?;
            Rule::slow(number(name, bytes)?, duration(pause)?)
        }
        "delay" => {
            let (delay, jitter) = duration_with_jitter(value.unwrap_or_default())?;
            Rule::delay(delay).jitter(jitter)
        }
        _ if value.is_some() => return Err(unknown_effect(text)),
        "locked" => Rule::locked(),
        "reset" => Rule::reset(),
        "hang-up" => Rule::hang_up(),
        "corrupt" => Rule::corrupt(),
        "expire-tokens" => Rule::expire_tokens(),
        "restart" => Rule::restart(),
        _ => match text.parse() {
            Ok(status @ 400..=599) => Rule::status(status),
            Ok(_) => {
                return Err(RuleError::new(format!(
                    "{text} is not a status code from 400 to 599"
                )));
            }
            Err(_) => return Err(unknown_effect(text)),
        },
    })
}

fn unknown_effect(text: &str) -> RuleError {
    RuleError::new(format!(
        "unknown effect {text:?}; expected a status code such as 503, locked, reset, hang-up, \
         cut=BYTES, truncate=BYTES, corrupt, slow=BYTES/PAUSE, expire-tokens, restart or \
         delay=TIME"
    ))
}

/// Parses and applies a condition.
fn apply_part(rule: Rule, part: &str) -> Result<Rule, RuleError> {
    if let Some(percent) = part.strip_suffix('%') {
        return match percent.trim().parse::<f64>() {
            Ok(value) if (0.0..=100.0).contains(&value) => Ok(rule.probability(value / 100.0)),
            _ => Err(RuleError::new(format!(
                "{part} is not a probability from 0% to 100%"
            ))),
        };
    }
    let (name, value) = part.split_once('=').unwrap_or((part, ""));
    if value.is_empty() && name != "after-work" {
        return Err(RuleError::new(format!(
            "invalid condition {part:?}; expected a probability such as 1%, after-work, or a name \
             with a value: method= operation= path= object= skip= each= times= delay= lasting= every= \
             retry-after= reason= text="
        )));
    }
    Ok(match name {
        "after-work" => rule.after_work(),
        "method" => rule.method(value),
        "operation" => rule.operation(value),
        "path" => rule.path(value),
        "object" => rule.object(value),
        "skip" => rule.skip(number(name, value)?),
        "each" => rule.each(number(name, value)?),
        "times" => rule.times(number(name, value)?),
        "lasting" => rule.lasting(duration(value)?),
        "every" => rule.every(duration(value)?),
        "retry-after" => rule.with_header("Retry-After", value),
        "delay" => {
            let (delay, jitter) = duration_with_jitter(value)?;
            rule.delayed(delay).jitter(jitter)
        }
        _ => return Err(RuleError::new(format!("unknown condition {name}="))),
    })
}

fn number<T: FromStr>(name: &str, text: &str) -> Result<T, RuleError> {
    text.parse()
        .map_err(|_| RuleError::new(format!("{name}={text}: {text:?} is not a number")))
}

/// Parses a duration with an optional jitter.
fn duration_with_jitter(text: &str) -> Result<(Duration, Duration), RuleError> {
    match text.split_once('±').or_else(|| text.split_once("+-")) {
        Some((time, jitter)) => Ok((duration(time)?, duration(jitter)?)),
        None => Ok((duration(text)?, Duration::ZERO)),
    }
}

/// The maximum duration: one day.
const MAX_SECONDS: f64 = 86_400.0;

fn duration(text: &str) -> Result<Duration, RuleError> {
    let text = text.trim();
    let unit = text.find(|c: char| c.is_ascii_alphabetic());
    let (amount, unit) = text.split_at(unit.unwrap_or(text.len()));
    let second = match unit {
        "us" => 1e-6,
        "ms" => 1e-3,
        "s" => 1.0,
        "m" => 60.0,
        _ => return Err(invalid_duration(text)),
    };
    let seconds = amount
        .trim()
        .parse::<f64>()
        .map_err(|_| invalid_duration(text))?
        * second;
    if !(0.0..=MAX_SECONDS).contains(&seconds) {
        return Err(invalid_duration(text));
    }
    Ok(Duration::from_secs_f64(seconds))
}

fn invalid_duration(text: &str) -> RuleError {
    RuleError::new(format!(
        "{text:?} is not a duration such as 500us, 20ms, 1.5s or 2m"
    ))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use crate::Rule;

    #[test]
    fn parsed_rules_equal_those_built_in_code() {
        let ms = Duration::from_millis;
        let table = [
            ("503", Rule::status(503)),
            ("503:1%", Rule::status(503).probability(0.01)),
            (
                "reset:method=POST:skip=1:times=2:after-work",
                Rule::reset().method("POST").skip(1).times(2).after_work(),
            ),
            (
                "409:operation=vm.start:text=[Cannot run VM: busy.]",
                Rule::fault(409, "Operation Failed", "[Cannot run VM: busy.]")
                    .operation("vm.start"),
            ),
            (
                "locked:object=web1:lasting=5s:every=1m",
                Rule::locked()
                    .object("web1")
                    .lasting(ms(5_000))
                    .every(ms(60_000)),
            ),
            ("delay=20ms±5ms", Rule::delay(ms(20)).jitter(ms(5))),
            (
                "cut=10:delay=1s+-0.5s",
                Rule::cut(10).delayed(ms(1_000)).jitter(ms(500)),
            ),
            (
                "slow=64/20ms:path=vms/*",
                Rule::slow(64, ms(20)).path("vms/*"),
            ),
            ("expire-tokens:each=100", Rule::expire_tokens().each(100)),
            (
                "429:retry-after=2",
                Rule::status(429).with_header("Retry-After", "2"),
            ),
        ];
        for (text, rule) in table {
            assert_eq!(text.parse(), Ok(rule), "{text}");
        }
    }

    #[test]
    fn invalid_rules_are_rejected() {
        let table = [
            ("", "unknown effect"),
            ("boom", "unknown effect"),
            ("200", "from 400 to 599"),
            ("503:101%", "not a probability"),
            ("503:x%", "not a probability"),
            ("503:often", "invalid condition"),
            ("503:color=red", "unknown condition color="),
            ("503:times=many", "not a number"),
            ("delay=20", "not a duration"),
            ("delay=-1s", "not a duration"),
            ("delay=1e300m", "not a duration"),
            ("slow", "bytes and a pause"),
            ("reset:text=x", "require a status code"),
            ("locked:every=1m", "requires lasting="),
        ];
        for (text, part) in table {
            let error = text.parse::<Rule>().expect_err(text).to_string();
            assert!(error.contains(part), "{text}: {error}");
        }
    }
}
