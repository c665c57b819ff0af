//! [`Expression`]: Rust expressions, printed as rustfmt would, or close to it.

/// The width of a line, in columns.
const WIDTH: usize = 100;

/// The width of a chain of calls that stays on one line, in columns.
const CHAIN: usize = 60;

/// A Rust expression.
#[derive(Clone, Debug)]
pub(super) enum Expression {
    /// Printed as it is.
    Literal(String),
    Array(Vec<Expression>),
    /// Calls, one after the other: `a.b().c(1)?`.
    Chain(Box<Expression>, Vec<MethodCall>),
}

/// A call in a chain.
#[derive(Clone, Debug)]
pub(super) struct MethodCall {
    name: String,
    arguments: Vec<Expression>,
    /// Whether `?` follows.
    is_tried: bool,
}

impl Expression {
    /// A text as a literal.
    pub(super) fn text(text: &str) -> Self {
        Self::Literal(format!("{text:?}"))
    }

    /// Calls a method.
    pub(super) fn call(self, name: &str, arguments: Vec<Self>) -> Self {
        let call = MethodCall {
            name: name.to_owned(),
            arguments,
            is_tried: false,
        };
        match self {
            Self::Chain(start, mut calls) => {
                calls.push(call);
                Self::Chain(start, calls)
            }
            start => Self::Chain(Box::new(start), vec![call]),
        }
    }

    /// Adds `?` after the last call.
    pub(super) fn tried(mut self) -> Self {
        if let Self::Chain(_, calls) = &mut self
            && let Some(last) = calls.last_mut()
        {
            last.is_tried = true;
        }
        self
    }

    /// The expression, for a line that is indented by this many blanks.
    pub(super) fn print(&self, indent: usize) -> String {
        let line = self.line();
        let limit = match self {
            Self::Chain(..) => CHAIN.min(WIDTH.saturating_sub(indent)),
            _ => WIDTH.saturating_sub(indent),
        };
        if line.len() <= limit {
            return line;
        }
        let (blanks, deeper) = (" ".repeat(indent), " ".repeat(indent + 4));
        match self {
            Self::Literal(text) => text.clone(),
            Self::Array(items) => {
                let items: String = items
                    .iter()
                    .map(|item| format!("{deeper}{},\n", item.print(indent + 4)))
                    .collect();
                format!("[\n{items}{blanks}]")
            }
            Self::Chain(start, calls) => {
                let calls = calls
                    .iter()
                    .map(|call| format!("\n{deeper}.{}", call.print(indent + 4)));
                start.print(indent) + &calls.collect::<String>()
            }
        }
    }

    /// The expression on one line.
    fn line(&self) -> String {
        match self {
            Self::Literal(text) => text.clone(),
            Self::Array(items) => format!("[{}]", lines(items)),
            Self::Chain(start, calls) => {
                let calls = calls.iter().map(|call| format!(".{}", call.line()));
                start.line() + &calls.collect::<String>()
            }
        }
    }
}

impl MethodCall {
    fn line(&self) -> String {
        let tried = if self.is_tried { "?" } else { "" };
        format!("{}({}){tried}", self.name, lines(&self.arguments))
    }

    fn print(&self, indent: usize) -> String {
        let line = self.line();
        if line.len() + indent < WIDTH {
            return line;
        }
        let deeper = " ".repeat(indent + 4);
        let arguments: String = self
            .arguments
            .iter()
            .map(|argument| format!("{deeper}{},\n", argument.print(indent + 4)))
            .collect();
        let tried = if self.is_tried { "?" } else { "" };
        format!("{}(\n{arguments}{}){tried}", self.name, " ".repeat(indent))
    }
}

fn lines(expressions: &[Expression]) -> String {
    let lines: Vec<String> = expressions.iter().map(Expression::line).collect();
    lines.join(", ")
}
