//! What goes over the wire and what comes back, seen by the log and the recording on its way.

use ovirt_http::{BufferedResponse, Client, ClientOptions, Failure, HttpRequest, StreamedResponse};

use crate::error::Error;
use crate::error::classify::RequestContext;
use crate::recording::Recording;
use crate::response;
use crate::wire_log;

/// The HTTP client and those who listen to it.
pub(crate) struct Transport {
    client: Client,
    /// Records what is said, or says what was recorded.
    recording: Option<Recording>,
}

impl Transport {
    /// A client that has no connections yet.
    pub(crate) fn new(options: ClientOptions, recording: Option<Recording>) -> Self {
        Self {
            client: Client::new(options),
            recording,
        }
    }

    /// Sends a request and waits for the whole answer. Must be called on a runtime.
    pub(crate) async fn send(
        &self,
        http_request: Box<HttpRequest>,
        context: &RequestContext,
    ) -> Result<BufferedResponse, Error> {
        let arriving = self.open(http_request, context).await?;
        arriving.collect().await.map_err(not_answered(context))
    }

    /// Sends a request and waits for the beginning of the answer. Must be called on a runtime.
    pub(crate) async fn open(
        &self,
        http_request: Box<HttpRequest>,
        context: &RequestContext,
    ) -> Result<StreamedResponse, Error> {
        wire_log::request(&http_request);
        // What is seldom done is in boxes, as other requests needn't carry room for it.
        let arriving = match &self.recording {
            None => {
                let sent = self.client.send(http_request).await;
                sent.map_err(not_answered(context))?
            }
            Some(recording) => Box::pin(self.recorded(recording, http_request, context)).await?,
        };
        if wire_log::is_on() {
            return Box::pin(heard(arriving, context)).await;
        }
        Ok(arriving)
    }

    /// The answer that was recorded, or one that is recorded now.
    async fn recorded(
        &self,
        recording: &Recording,
        http_request: Box<HttpRequest>,
        context: &RequestContext,
    ) -> Result<StreamedResponse, Error> {
        if let Some(incoming) = recording.replay(&http_request, context)? {
            return Ok(incoming.into());
        }
        let sent = self.client.send(http_request.clone()).await;
        let incoming = sent.map_err(not_answered(context))?.collect().await;
        let incoming = incoming.map_err(not_answered(context))?;
        recording.record(&http_request, &incoming, context)?;
        Ok(incoming.into())
    }
}

/// Tells the log what has come.
async fn heard(
    arriving: StreamedResponse,
    context: &RequestContext,
) -> Result<StreamedResponse, Error> {
    let incoming = arriving.collect().await.map_err(not_answered(context))?;
    wire_log::response(&incoming);
    Ok(incoming.into())
}

fn not_answered(context: &RequestContext) -> impl FnOnce(Failure) -> Error {
    |failure| response::not_answered(failure, context)
}
