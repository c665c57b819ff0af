//! What goes over the wire and what comes back, seen by the log and the recording on its way.

use ovirt_http::{Arriving, Failure, Incoming, Network, Outgoing, Transport};

use crate::error::Error;
use crate::error::classify::Scene;
use crate::response;
use crate::tape::Tape;
use crate::traffic;

/// The HTTP client and those who listen to it.
pub(crate) struct Wire {
    transport: Transport,
    /// Records what is said, or says what was recorded.
    tape: Option<Tape>,
}

impl Wire {
    /// A client that has no connections yet.
    pub(crate) fn new(network: Network, tape: Option<Tape>) -> Self {
        Self {
            transport: Transport::new(network),
            tape,
        }
    }

    /// Sends a request and waits for the whole answer. Must be called on a runtime.
    pub(crate) async fn send(
        &self,
        outgoing: Box<Outgoing>,
        scene: &Scene,
    ) -> Result<Incoming, Error> {
        let arriving = self.open(outgoing, scene).await?;
        arriving.collect().await.map_err(not_answered(scene))
    }

    /// Sends a request and waits for the beginning of the answer. Must be called on a runtime.
    pub(crate) async fn open(
        &self,
        outgoing: Box<Outgoing>,
        scene: &Scene,
    ) -> Result<Arriving, Error> {
        traffic::request(&outgoing);
        // What is seldom done is in boxes, as other requests needn't carry room for it.
        let arriving = match &self.tape {
            None => {
                let sent = self.transport.send(outgoing).await;
                sent.map_err(not_answered(scene))?
            }
            Some(tape) => Box::pin(self.taped(tape, outgoing, scene)).await?,
        };
        if traffic::is_on() {
            return Box::pin(heard(arriving, scene)).await;
        }
        Ok(arriving)
    }

    /// The answer that was recorded, or one that is recorded now.
    async fn taped(
        &self,
        tape: &Tape,
        outgoing: Box<Outgoing>,
        scene: &Scene,
    ) -> Result<Arriving, Error> {
        if let Some(incoming) = tape.replay(&outgoing, scene)? {
            return Ok(incoming.into());
        }
        let sent = self.transport.send(outgoing.clone()).await;
        let incoming = sent.map_err(not_answered(scene))?.collect().await;
        let incoming = incoming.map_err(not_answered(scene))?;
        tape.record(&outgoing, &incoming, scene)?;
        Ok(incoming.into())
    }
}

/// Tells the log what has come.
async fn heard(arriving: Arriving, scene: &Scene) -> Result<Arriving, Error> {
    let incoming = arriving.collect().await.map_err(not_answered(scene))?;
    traffic::answer(&incoming);
    Ok(incoming.into())
}

fn not_answered(scene: &Scene) -> impl FnOnce(Failure) -> Error {
    |failure| response::not_answered(failure, scene)
}
