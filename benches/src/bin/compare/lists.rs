//! Lists over TLS on the loopback interface: wall clock, processor time and memory of clients.

use ovirt_benches::Result;
use ovirt_benches::lists::{ListKind, Lists};
use ovirt_benches::server::Server;
use ovirt_benches::table::Table;

use crate::Options;
use crate::clients::{self, Client, Taken};

const OBJECTS: usize = 10_000;

const ROWS: [(&str, usize); 7] = [
    ("list, wall / curl", 2),
    ("list streamed, wall / curl", 2),
    ("list, client processor time / hyper and rustls", 2),
    ("list streamed, client processor time / hyper and rustls", 2),
    ("list, client processor time, ms", 0),
    ("list, peak MiB", 1),
    ("list streamed, peak MiB", 1),
];

pub(crate) fn measure(lists: &Lists, options: &Options, table: &mut Table) -> Result<()> {
    let mut rows: [Vec<f64>; ROWS.len()] = Default::default();
    let mut others: [Vec<f64>; 2] = Default::default();
    for kind in ListKind::ALL {
        let server = Server::start(lists.document(kind, OBJECTS))?;
        let works = [
            Client::Own("list-tls"),
            Client::Own("stream-tls"),
            Client::Own("discard-tls"),
            Client::Curl,
        ];
        let run = |works| clients::run(&server, kind.name(), works, options.rounds);
        let [list, stream, discard, curl] = run(works)?;
        let cpu: fn(&Taken) -> f64 = |taken| taken.cpu;
        let values = [
            list.ratio(&curl, |taken| taken.wall),
            stream.ratio(&curl, |taken| taken.wall),
            list.ratio(&discard, cpu),
            stream.ratio(&discard, cpu),
            list.smallest(cpu) * 1e3,
            list.smallest(|taken| taken.peak),
            stream.smallest(|taken| taken.peak),
        ];
        for (row, value) in rows.iter_mut().zip(values) {
            row.push(value);
        }
        if let Some(other) = &options.against {
            let [list, other_list, stream, other_stream] = run([
                Client::Own("list-tls"),
                Client::Other(other, "list-tls"),
                Client::Own("stream-tls"),
                Client::Other(other, "stream-tls"),
            ])?;
            others[0].push(list.ratio(&other_list, cpu));
            others[1].push(stream.ratio(&other_stream, cpu));
        }
    }
    table.head(&format!("over TLS, {OBJECTS} objects"));
    for ((name, digits), values) in ROWS.iter().zip(&rows) {
        table.row(name, *digits, values, None);
    }
    if options.against.is_some() {
        let [list, stream] = others;
        table.row("list, client processor time / other build", 2, &list, None);
        table.row(
            "list streamed, client processor time / other build",
            2,
            &stream,
            None,
        );
    }
    Ok(())
}
