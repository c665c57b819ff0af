//! [`Transport`]: the HTTP client, with the wire log and the recording.

use std::sync::Arc;

use ovirt_http::{BufferedResponse, Client, ClientOptions, HttpRequest, Permits, StreamedResponse};

use crate::error::Error;
use crate::error::classify::RequestContext;
use crate::recording::Recording;
use crate::redact::Redactor;
use crate::response;
use crate::stub::Stub;
use crate::wire_log;

/// The HTTP client, with the wire log and the recording.
pub(crate) struct Transport {
    client: Client,
    /// In bytes.
    response_limit: usize,
    recording: Option<Recording>,
    redactor: Arc<Redactor>,
    /// Responds in place of the client.
    stub: Option<Stub>,
}

impl Transport {
    /// A client without open connections.
    pub(crate) fn new(
        options: ClientOptions,
        recording: Option<Recording>,
        redactor: Arc<Redactor>,
        stub: Option<Stub>,
    ) -> Self {
        Self {
            response_limit: options.max_response,
            client: Client::new(options),
            recording,
            redactor,
            stub,
        }
    }

    /// Limits the connections in use; `None` if their number is unlimited.
    pub(crate) fn permits(&self) -> Option<&Permits> {
        self.client.permits()
    }

    /// Memory limit of a response, in bytes.
    pub(crate) fn response_limit(&self) -> usize {
        self.response_limit
    }

    /// Sends a request and returns the response with its whole body, which must be short. Must run
    /// on a runtime.
    pub(crate) async fn send(
        &self,
        http_request: Box<HttpRequest>,
        context: &RequestContext,
    ) -> Result<BufferedResponse, Error> {
        let response = self.open(http_request, context).await?;
        collect_short(response, context).await
    }

    /// Sends a request and returns the response once its headers are there. Must run on a runtime.
    pub(crate) async fn open(
        &self,
        http_request: Box<HttpRequest>,
        context: &RequestContext,
    ) -> Result<StreamedResponse, Error> {
        wire_log::request(&http_request, &self.redactor);
        let response = match &self.recording {
            None => self.exchange(http_request, context).await?,
            // Boxed: keeps the common future small.
            Some(recording) => Box::pin(self.recorded(recording, http_request, context)).await?,
        };
        if wire_log::is_on() {
            return Box::pin(self.logged(response, context)).await;
        }
        Ok(response)
    }

    /// The recorded response, or one that is recorded now.
    async fn recorded(
        &self,
        recording: &Recording,
        http_request: Box<HttpRequest>,
        context: &RequestContext,
    ) -> Result<StreamedResponse, Error> {
        if let Some(response) = recording.replay(&http_request, context)? {
            return Ok(response.into());
        }
        let response = self.exchange(http_request.clone(), context).await?;
        let response = collect(response, context).await?;
        recording.record(&http_request, &response, context)?;
        Ok(response.into())
    }

    async fn exchange(
        &self,
        http_request: Box<HttpRequest>,
        context: &RequestContext,
    ) -> Result<StreamedResponse, Error> {
        if let Some(stub) = &self.stub {
            return Ok(stub.respond(http_request)?.into());
        }
        context.waiting.set(true);
        let permit = self.client.permit().await;
        context.waiting.set(false);
        let sent = self.client.send(http_request, permit).await;
        sent.map_err(|failure| response::transport_error(failure, context))
    }

    async fn logged(
        &self,
        response: StreamedResponse,
        context: &RequestContext,
    ) -> Result<StreamedResponse, Error> {
        let response = collect(response, context).await?;
        wire_log::response(&response, &self.redactor);
        Ok(response.into())
    }
}

/// The part of the memory limit that the body of a login, an error or a web page may have.
const SHORT: usize = 64;

/// Waits for the whole body of a response that is not a document of the API.
pub(crate) async fn collect_short(
    mut response: StreamedResponse,
    context: &RequestContext,
) -> Result<BufferedResponse, Error> {
    response.body.set_limit(context.memory / SHORT);
    collect(response, context).await
}

/// Waits for the whole body.
async fn collect(
    response: StreamedResponse,
    context: &RequestContext,
) -> Result<BufferedResponse, Error> {
    let status = response.status.as_u16();
    let collected = response.collect().await;
    collected.map_err(|failure| {
        let mut error = response::transport_error(failure, context);
        error.details_mut().set_status(status);
        error
    })
}
