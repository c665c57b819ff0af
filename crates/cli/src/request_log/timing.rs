//! `--timing`: sums by method and template of the path.

use std::collections::BTreeMap;
use std::time::Duration;

use ovirt_model::Model;

/// The path of the API on an engine.
const API: &str = "/ovirt-engine/api";

/// Numbers of requests, with their time.
#[derive(Default)]
pub(super) struct Timing {
    requests: Vec<Timed>,
}

/// A request that has ended.
struct Timed {
    method: String,
    path: String,
    took: Duration,
    size: u64,
}

/// What requests of one kind took.
#[derive(Default)]
struct Sum {
    requests: usize,
    took: Duration,
    size: u64,
}

impl Timing {
    /// Adds a request; `size` is that of its response in bytes.
    pub(super) fn add(&mut self, method: &str, path: &str, took: Duration, size: Option<u64>) {
        self.requests.push(Timed {
            method: method.to_owned(),
            path: path.to_owned(),
            took,
            size: size.unwrap_or(0),
        });
    }

    /// The sums, slowest first.
    pub(super) fn table(&self, model: &Model) -> String {
        let mut sums: BTreeMap<String, Sum> = BTreeMap::new();
        for request in &self.requests {
            let key = format!("{} {}", request.method, template(model, &request.path));
            let sum = sums.entry(key).or_default();
            sum.requests += 1;
            sum.took += request.took;
            sum.size += request.size;
        }
        let mut sums: Vec<(String, Sum)> = sums.into_iter().collect();
        sums.sort_by_key(|(_, sum)| std::cmp::Reverse(sum.took));
        let mut text = "requests        ms       bytes  method and path\n".to_owned();
        for (key, sum) in sums {
            text.push_str(&format!(
                "{:8} {:9} {:11}  {key}\n",
                sum.requests,
                sum.took.as_millis(),
                sum.size
            ));
        }
        text
    }
}

/// A path with the words of the model in place of identifiers: `/vms/{vm}/nics`.
fn template(model: &Model, path: &str) -> String {
    let Some((_, below)) = path.split_once(API) else {
        return path.to_owned();
    };
    let (parent, last) = below.rsplit_once('/').unwrap_or(("", below));
    // An action is no service.
    let (steps, action) = match model.walk(below) {
        Some(steps) => (steps, None),
        None => (model.walk(parent).unwrap_or_default(), Some(last)),
    };
    let mut text = String::new();
    for step in steps {
        text.push('/');
        match step.locator.parameter {
            Some(_) => text.push_str(&format!("{{{}}}", step.locator.name)),
            None => text.push_str(step.segment),
        }
    }
    if let Some(action) = action {
        text.push('/');
        text.push_str(action);
    }
    if text.is_empty() {
        "/".to_owned()
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use ovirt_model::Model;

    use super::template;

    #[test]
    fn identifiers_become_words_of_the_model() {
        let model = Model::embedded();
        for (path, expected) in [
            ("/ovirt-engine/api", "/"),
            ("/ovirt-engine/api/vms/1/nics", "/vms/{vm}/nics"),
            ("/ovirt-engine/api/vms/1/start", "/vms/{vm}/start"),
            (
                "/ovirt-engine/sso/oauth/token",
                "/ovirt-engine/sso/oauth/token",
            ),
        ] {
            assert_eq!(template(&model, path), expected, "{path}");
        }
    }
}
